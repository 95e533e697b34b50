// Copy one field after the other into another system: plain-HTTP intranets have no clipboard API, so the field is selected.
(function () {
  "use strict";
  document.addEventListener("click", function (event) {
    var button = event.target.closest ? event.target.closest("[data-copy]") : null;
    if (!button) { return; }
    var field = document.getElementById(button.dataset.copy);
    field.focus();
    field.select();
    document.getElementById("copied").textContent = document.execCommand("copy")
      ? "已复制“" + document.querySelector('label[for="' + field.id + '"]').textContent + "”"
      : "已选中，请按 Ctrl+C";
    button.classList.add("done");
  });
}());
