/* 现场签字: what is written on the glass goes into the form's file field as a picture. Without it a photo of the paper does. */
(function () {
  "use strict";

  const LINE = 9, PAPER = "#fff", INK = "#111";

  function glass(desk) {
    const field = document.getElementById(desk.getAttribute("data-glass"));
    const canvas = desk.querySelector("canvas");
    const brush = canvas.getContext("2d");
    let last = null, written = false;

    function clear() {
      brush.fillStyle = PAPER;
      brush.fillRect(0, 0, canvas.width, canvas.height);
      written = false;
      field.value = "";
      desk.removeAttribute("data-signed");
    }

    function at(event) {
      const box = canvas.getBoundingClientRect();
      return {
        x: ((event.clientX - box.left) * canvas.width) / box.width,
        y: ((event.clientY - box.top) * canvas.height) / box.height,
      };
    }

    function line(to) {
      brush.strokeStyle = INK;
      brush.lineWidth = LINE;
      brush.lineCap = "round";
      brush.beginPath();
      brush.moveTo(last.x, last.y);
      brush.lineTo(to.x, to.y);
      brush.stroke();
      last = to;
      written = true;
    }

    function keep() {
      if (!last) return;
      last = null;
      if (!written) return;
      canvas.toBlob(function (picture) {
        const files = new DataTransfer();
        files.items.add(new File([picture], "签字.png", { type: "image/png" }));
        field.files = files.files;
        desk.setAttribute("data-signed", "");
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }, "image/png");
    }

    canvas.addEventListener("pointerdown", function (event) {
      if (!event.isPrimary || event.button > 0) return;
      event.preventDefault();
      canvas.setPointerCapture(event.pointerId);
      last = at(event);
      line(last);
    });
    canvas.addEventListener("pointermove", function (event) {
      if (last && event.isPrimary) line(at(event));
    });
    canvas.addEventListener("pointerup", keep);
    canvas.addEventListener("pointercancel", keep);
    desk.querySelector("[data-glass-clear]").addEventListener("click", clear);
    field.form.addEventListener("queued", clear);
    clear();
    desk.hidden = false;
  }

  if (window.PointerEvent && window.DataTransfer) document.querySelectorAll("[data-glass]").forEach(glass);
})();
