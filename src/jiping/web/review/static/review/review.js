// The board's keys (J K X O R A), and what the bar for several says.
(function () {
  "use strict";
  function all(what) { return Array.prototype.slice.call(document.querySelectorAll(what)); }
  function here() { return document.querySelector("tr.here"); }

  function mark(row) {
    all("tr.here").forEach(function (each) { each.classList.remove("here"); });
    if (row) { row.classList.add("here"); }
  }

  function step(by) {
    var rows = all("[data-row]");
    var next = rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(here()) + by))];
    if (next) { mark(next); next.scrollIntoView({ block: "nearest" }); next.querySelector("a").click(); }
  }

  function tell() {
    var bar = document.getElementById("bulk");
    if (!bar) { return; }
    var chosen = all("input[name=filing]:checked");
    var blocked = chosen.filter(function (each) { return each.dataset.must !== "0"; }).length;
    bar.hidden = chosen.length === 0;
    bar.querySelector("[data-chosen]").textContent = "已选 " + chosen.length + " 项（" + (blocked ? blocked + " 项有必改问题，不能批量通过" : "均无必改问题") + "）";
    bar.querySelector("[data-bulk-pass]").disabled = blocked > 0;
  }

  var acts = {
    j: function () { step(1); },
    k: function () { step(-1); },
    x: function () { var box = here() && here().querySelector("input[name=filing]"); if (box) { box.click(); } },
    o: function () { if (here()) { location.href = here().querySelector("a").dataset.open; } },
    r: function () {
      var button = document.querySelector("[data-return]");
      if (!button) { return; }
      var text = button.form.elements.text;
      if (text.value.trim()) { button.click(); } else { text.focus(); }
    },
    a: function () { var button = document.querySelector("[data-pass]"); if (button && !button.disabled) { button.click(); } }
  };

  document.addEventListener("keydown", function (event) {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) { return; }
    if (event.target.matches && event.target.matches("input:not([type=checkbox]), textarea, select")) { return; }
    var act = acts[event.key.toLowerCase()];
    if (act && document.querySelector("[data-row]")) { event.preventDefault(); act(); }
  });
  document.addEventListener("change", tell);
  document.addEventListener("reset", function () { setTimeout(tell, 0); });
  document.addEventListener("htmx:afterSettle", function () {
    var drawer = document.querySelector("[data-drawer]");
    if (drawer) { mark(document.querySelector('[data-row="' + drawer.dataset.drawer + '"]')); }
    tell();
  });
  tell();
})();
