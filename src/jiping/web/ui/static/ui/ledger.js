// What the pages need beyond htmx: keys a clerk knows from a spreadsheet, half-width digits, text kept when a session ends.
(function () {
  "use strict";
  var WIDE = { "％": "%", "．": ".", "，": "," };

  function narrow(text) {
    return text.replace(/[０-９]/g, function (digit) { return String.fromCharCode(digit.charCodeAt(0) - 0xfee0); })
      .replace(/[％．]/g, function (sign) { return WIDE[sign]; })
      .replace(/(\d)，(?=\d)/g, "$1,");
  }

  function cells() { return Array.prototype.slice.call(document.querySelectorAll("[data-cell]")); }

  function step(from, by) {
    var same = cells().filter(function (each) { return each.dataset.cell === from.dataset.cell; });
    var next = same[same.indexOf(from) + by];
    if (next) { next.focus(); next.select(); }
  }

  document.addEventListener("keydown", function (event) {
    if (event.isComposing || event.keyCode === 229) { return; }
    var at = event.target;
    if (at.matches && at.matches("[data-cell]")) {
      if (event.key === "Enter") { event.preventDefault(); step(at, event.shiftKey ? -1 : 1); }
      if (event.key === "Escape") { at.value = at.defaultValue; at.blur(); }
      if (event.ctrlKey && event.key === "s") { event.preventDefault(); at.blur(); }
      return;
    }
    if (at.matches && at.matches("input, textarea, select")) { return; }
    var shortcut = document.querySelector('[data-key="' + event.key.toLowerCase() + '"]');
    if (shortcut && !event.ctrlKey && !event.altKey && !event.metaKey) { event.preventDefault(); shortcut.focus(); shortcut.click(); }
  });

  // Alt+C and Alt+E act on the row in which the focus stands
  document.addEventListener("keydown", function (event) {
    var row = event.target.closest && event.target.closest("tr");
    if (!row || !event.altKey) { return; }
    var act = event.key.toLowerCase() === "c" ? row.querySelector(".state button") : event.key.toLowerCase() === "e" ? row.querySelector(".adding summary") : null;
    if (act) { event.preventDefault(); act.click(); }
  });

  document.addEventListener("click", function (event) {
    var fold = event.target.closest && event.target.closest("[data-fold]");
    if (!fold) { return; }
    var open = fold.getAttribute("aria-expanded") === "true";
    fold.setAttribute("aria-expanded", String(!open));
    fold.closest("tbody").classList.toggle("folded", open);
  });

  document.addEventListener("focusout", function (event) {
    var at = event.target;
    if (at.matches && at.matches("[data-cell]")) { at.value = narrow(at.value); }
  }, true);

  document.addEventListener("input", function (event) {
    var at = event.target;
    if (at.id && at.matches("[data-cell], textarea")) { sessionStorage.setItem(location.pathname + "#" + at.id, at.value); }
  });

  document.addEventListener("htmx:afterRequest", function (event) {
    var at = event.detail.elt;
    if (event.detail.successful && at.id) { sessionStorage.removeItem(location.pathname + "#" + at.id); }
  });
})();
