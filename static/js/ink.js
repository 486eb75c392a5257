/* Handwriting over a page. Strokes as bureau/leading/strokes.py reads them: 4000 across, each point beside the last. */
(function () {
  "use strict";

  const WIDTH = 4000, NEAR = 8, MOST = 60000, PLAIN = 4;
  const INK = { k: "rgb(25,25,25)", r: "rgb(190,25,25)" };
  const desk = document.querySelector("[data-ink]");
  if (!desk || !window.PointerEvent) return;
  const field = document.getElementById(desk.getAttribute("data-ink"));
  const canvas = desk.querySelector("canvas");
  const sheet = desk.querySelector(".ink-sheet");
  const told = desk.querySelector("[data-told]");
  const ratio = desk.getAttribute("data-height") / desk.getAttribute("data-width");
  const brush = canvas.getContext("2d");
  let strokes = read(field.value), colour = "k", stroke = null, last = null, cleared = [];

  function read(text) {
    try {
      const found = JSON.parse(text || "[]");
      return Array.isArray(found) ? found : [];
    } catch (broken) {
      return [];
    }
  }

  function keep() {
    field.value = strokes.length ? JSON.stringify(strokes) : "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    if (field.value.length > MOST) told.textContent = "写得太多了，请撤销几笔，分两次写，或者上传照片。";
    else told.textContent = strokes.length ? "已写 " + strokes.length + " 笔。" : "";
  }

  /* As the server paints it: a line from point to point, round at its ends. */
  function line(from, to, firm, one) {
    brush.strokeStyle = INK[one];
    brush.lineWidth = ((2.6 + 0.42 * firm) * canvas.width) / 1240;
    brush.lineCap = "round";
    brush.beginPath();
    brush.moveTo((from.x * canvas.width) / WIDTH, (from.y * canvas.width) / WIDTH);
    brush.lineTo((to.x * canvas.width) / WIDTH, (to.y * canvas.width) / WIDTH);
    brush.stroke();
  }

  function draw(one) {
    let at = { x: one[1], y: one[2] };
    line(at, at, one[3], one[0]);
    for (let place = 4; place < one.length; place += 3) {
      const next = { x: at.x + one[place], y: at.y + one[place + 1] };
      line(at, next, one[place + 2], one[0]);
      at = next;
    }
  }

  function paint() {
    const wide = sheet.clientWidth, sharp = Math.min(window.devicePixelRatio || 1, 2);
    sheet.style.height = wide * ratio + "px";
    canvas.width = wide * sharp;
    canvas.height = wide * ratio * sharp;
    strokes.forEach(draw);
  }

  function at(event) {
    const box = canvas.getBoundingClientRect();
    const place = (value, most) => Math.max(0, Math.min(most, Math.round((value * WIDTH) / box.width)));
    return {
      x: place(event.clientX - box.left, WIDTH),
      y: place(event.clientY - box.top, Math.floor(WIDTH * ratio)),
      firm: event.pointerType === "pen" ? Math.min(9, Math.round(event.pressure * 9)) : PLAIN,
    };
  }

  function begin(event) {
    if (stroke || !event.isPrimary || event.button > 0) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    last = at(event);
    stroke = [colour, last.x, last.y, last.firm];
    line(last, last, last.firm, colour);
  }

  function go(event) {
    if (!stroke || !event.isPrimary) return;
    const next = at(event);
    if (Math.abs(next.x - last.x) + Math.abs(next.y - last.y) < NEAR) return;
    stroke.push(next.x - last.x, next.y - last.y, next.firm);
    line(last, next, next.firm, colour);
    last = next;
  }

  function end() {
    if (!stroke) return;
    strokes.push(stroke);
    stroke = null;
    keep();
  }

  function press(button, pressed) {
    button.setAttribute("aria-pressed", String(pressed));
    return pressed;
  }

  function toggle(button) {
    return press(button, button.getAttribute("aria-pressed") !== "true");
  }

  desk.hidden = false;
  document.querySelectorAll("details[data-fold]").forEach((fold) => (fold.open = false));
  canvas.addEventListener("pointerdown", begin);
  canvas.addEventListener("pointermove", go);
  canvas.addEventListener("pointerup", end);
  canvas.addEventListener("pointercancel", end);
  desk.querySelectorAll("[data-colour]").forEach(function (button, place, all) {
    button.addEventListener("click", function () {
      all.forEach((other) => press(other, other === button));
      colour = button.getAttribute("data-colour");
    });
  });
  desk.querySelector("[data-undo]").addEventListener("click", function () {
    if (strokes.length) strokes.pop();
    else strokes = cleared.splice(0);
    paint();
    keep();
  });
  desk.querySelector("[data-clear]").addEventListener("click", function () {
    cleared = strokes;
    strokes = [];
    paint();
    keep();
  });
  desk.querySelector("[data-zoom]").addEventListener("click", function (event) {
    sheet.classList.toggle("ink-large", toggle(event.currentTarget));
    paint();
  });
  desk.querySelector("[data-move]").addEventListener("click", function (event) {
    sheet.classList.toggle("ink-still", toggle(event.currentTarget));
  });
  window.addEventListener("resize", paint);
  paint();
})();
