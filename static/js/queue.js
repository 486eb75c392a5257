/* What is typed and photographed on site is kept on the telephone (IndexedDB) until the server has it: sent in order, once —
   each item carries a key by which the server knows it again — with its state in sight. Without scripts the forms post by
   themselves. */
(function () {
  "use strict";

  const BASE = "site", STORE = "items", PAUSE = 15000;
  const box = document.querySelector("[data-queue-state]");
  const forms = document.querySelectorAll("form[data-queue]");
  if (!box || !window.indexedDB || !window.fetch) return;
  const list = box.querySelector("[data-queue-list]");
  const told = box.querySelector("[data-queue-line]");
  const again = box.querySelector("[data-queue-send]");
  const owner = box.getAttribute("data-person");
  let sending = false, sent = 0, spoken = null;

  /* --- kept ------------------------------------------------------------------------------------ */
  const opened = new Promise(function (done, failed) {
    const asked = window.indexedDB.open(BASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "place", autoIncrement: true });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });

  function within(mode, work) {
    return opened.then(
      (base) =>
        new Promise(function (done, failed) {
          const deal = base.transaction(STORE, mode);
          const asked = work(deal.objectStore(STORE));
          deal.oncomplete = () => done(asked && asked.result);
          deal.onabort = deal.onerror = () => failed(deal.error);
        })
    );
  }

  const keep = (item) => within("readwrite", (store) => store.put(item));
  const drop = (item) => within("readwrite", (store) => store.delete(item.place));
  const all = () => within("readonly", (store) => store.getAll()).then((items) => items.filter((one) => one.owner === owner));

  /* --- shown ----------------------------------------------------------------------------------- */
  const STATES = { waiting: "待发送", sending: "正在发送", refused: "没有收下" };

  function show(items) {
    box.hidden = !items.length && !sent;
    list.querySelectorAll("a").forEach((link) => URL.revokeObjectURL(link.href));
    list.textContent = "";
    items.forEach(function (item) {
      const row = document.createElement("li");
      row.setAttribute("data-state", item.state);
      const state = document.createElement("b");
      state.textContent = STATES[item.state] + "：";
      row.append(state, item.label + (item.photos.length ? "（照片 " + item.photos.length + " 张）" : ""));
      if (item.why) row.append("　" + item.why);
      if (item.state === "refused") row.append(whole(item), remover(item));
      list.append(row);
    });
    const left = items.length ? "还有 " + items.length + " 条。" : "都已发送。";
    again.hidden = !items.length;
    if (spoken && sent && !items.length) spoken.textContent = "已发送。";
    told.textContent = left + (window.navigator.onLine ? "" : "现在没有信号，有信号时自动发送。");
  }

  /* What the server will not have is still its writer's: all that was written, and the photos to be saved. */
  function whole(item) {
    const part = document.createElement("p");
    part.append(wordsOf(item));
    item.photos.forEach(function (photo) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(photo.blob);
      link.download = photo.name;
      link.textContent = "保存" + photo.name;
      part.append(" ", link);
    });
    return part;
  }

  function wordsOf(item) {
    const said = item.fields.filter((pair) => ["words", "place", "signer", "remark"].indexOf(pair[0]) >= 0);
    return said.map((pair) => pair[1]).filter(Boolean).join("；");
  }

  function remover(item) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-small";
    button.textContent = "删去这一条";
    button.addEventListener("click", function () {
      if (window.confirm("确定删去吗？删去以后找不回来。")) drop(item).then(refresh);
    });
    return button;
  }

  /* Beside the button that was pressed: the list may be out of sight. */
  function say(form, words) {
    spoken = form.querySelector("[data-queue-told]");
    spoken.textContent = words;
  }

  const refresh = () => all().then(show);

  /* --- sent ------------------------------------------------------------------------------------ */
  function body(item, token) {
    const data = new FormData();
    item.fields.forEach((pair) => data.append(pair[0], pair[1]));
    item.photos.forEach((photo) => data.append(photo.field, photo.blob, photo.name));
    data.set("csrfmiddlewaretoken", token);
    return data;
  }

  /* The token of a page that was opened long ago may be worth nothing by now: it is read anew before anything is sent. */
  function token() {
    return fetch(window.location.pathname, { credentials: "same-origin", cache: "no-store" })
      .then((answer) => answer.text().then((text) => ({ answer, text })))
      .then(function (found) {
        const page = new DOMParser().parseFromString(found.text, "text/html");
        const field = page.querySelector("form [name=csrfmiddlewaretoken]");
        if (!found.answer.ok || !field || !page.querySelector('[data-person="' + owner + '"]')) {
          const left = new Error("left");
          left.words = "登录已过期或者页面有变化，请重新登录后打开本页；记录还在手机里。";
          throw left;
        }
        return field.value;
      });
  }

  /* What the server has by now, from all who are there, is shown without loading the page: something may be half typed. */
  function renew() {
    const here = document.querySelector("[data-recorded]");
    return fetch(window.location.pathname, { credentials: "same-origin", cache: "no-store" })
      .then((answer) => answer.text())
      .then(function (text) {
        const there = new DOMParser().parseFromString(text, "text/html").querySelector("[data-recorded]");
        if (here && there) here.replaceWith(document.adoptNode(there));
      })
      .catch(function () {});
  }

  function post(item, value) {
    const headers = { Accept: "application/json" };
    return fetch(item.url, { method: "POST", body: body(item, value), credentials: "same-origin", headers }).then(
      function (answer) {
        const type = answer.headers.get("Content-Type") || "";
        if (type.indexOf("json") > 0) return answer.json();
        const refused = [400, 404, 409, 413].indexOf(answer.status) >= 0;
        if (refused) return { taken: false, words: "服务器没有收下（" + answer.status + "）。" };
        throw new Error(String(answer.status));
      }
    );
  }

  function one(item, value) {
    return keep(Object.assign(item, { state: "sending", why: "" }))
      .then(refresh)
      .then(() => post(item, value))
      .then(function (answer) {
        if (!answer.taken) return keep(Object.assign(item, { state: "refused", why: answer.words }));
        sent += 1;
        return drop(item);
      })
      .catch(function (error) {
        return keep(Object.assign(item, { state: "waiting" })).then(function () {
          throw error;
        });
      });
  }

  /* One after the other in the order in which they were written; where the line breaks, the rest waits. What was refused
     is tried again only by hand. */
  function send(byHand) {
    if (sending) return Promise.resolve();
    sending = true;
    return all()
      .then(function (items) {
        const due = items.filter((item) => byHand || item.state !== "refused");
        if (!due.length) return null;
        return token()
          .then((value) => due.reduce((before, item) => before.then(() => one(item, value)), Promise.resolve()))
          .then(renew);
      })
      .catch((error) => error.words || "")
      .then(function (words) {
        sending = false;
        return refresh().then(function () {
          if (words) told.textContent = words;
        });
      });
  }

  /* --- written --------------------------------------------------------------------------------- */
  function uuid() {
    const bytes = window.crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  function missing(form) {
    const field = Array.from(form.elements).find(
      (one) => (one.required && one.type !== "file" && !one.value.trim()) || (one.hasAttribute("data-needed") && !one.files.length)
    );
    if (field) field.focus();
    return field;
  }

  function item(form) {
    const typed = new FormData(form), fields = [], photos = [];
    typed.set("key", uuid());
    typed.set("found_at", new Date().toISOString());
    typed.forEach(function (value, name) {
      if (!(value instanceof Blob)) fields.push([name, value]);
      else if (value.size) photos.push({ field: name, name: value.name, blob: value });
    });
    const words = typed.get("words") || typed.get("signer") || "";
    const label = form.getAttribute("data-queue") + "：" + words.slice(0, 40);
    return { owner, url: form.getAttribute("action"), label, fields, photos, state: "waiting", why: "" };
  }

  /* Until it is kept nobody types into the form: what is typed meanwhile would be cleared with it. */
  function hold(form, held) {
    Array.from(form.elements).forEach(function (one) {
      if (!one.hidden) one.disabled = held;
    });
  }

  /* One place is seen for a while: it stays for the next item. */
  function clear(form) {
    const field = form.elements[form.getAttribute("data-queue-stays") || ""], stays = field && field.value;
    form.reset();
    if (field) field.value = stays;
  }

  forms.forEach(function (form) {
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      event.stopImmediatePropagation();
      const field = missing(form);
      if (field) {
        say(form, "请填写“" + field.labels[0].lastChild.textContent.trim() + "”。");
        return;
      }
      const written = item(form);
      hold(form, true);
      keep(written)
        .then(function () {
          hold(form, false);
          clear(form);
          say(form, window.navigator.onLine ? "已记下，正在发送。" : "已记下，没有信号，有信号时自动发送。");
          form.dispatchEvent(new Event("queued"));
          return refresh();
        })
        .then(() => send(false))
        .catch(function () {
          hold(form, false);
          form.submit(); // nothing can be kept here: as without scripts
        });
    }, true);
  });
  again.addEventListener("click", () => send(true));
  window.addEventListener("online", () => send(false));
  window.setInterval(() => send(false), PAUSE);
  refresh().then(() => send(false)).catch(() => {});
})();
