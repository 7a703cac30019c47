// The seat's page: which tab this is, what became of its connection, and the keys that go to the terminal.
// The terminal itself is textual-serve's; it opens one socket, which is listened to here as well.
"use strict";

(() => {
  const WHY = { 4001: "taken", 4002: "elsewhere", 4003: "left", 4004: "full", 4005: "stopped", 4006: "closed" };
  const TRY_EVERY = 2000, OPEN_AFTER = 1200, MOST_STOPS = 3, LETTERS = /^[0-9]{1,3}$/;
  const dialogs = JSON.parse(document.getElementById("dialogs").textContent);
  const terminal = document.getElementById("terminal");
  const kept = window.sessionStorage;
  let told = false;

  function tabName() {
    let name = kept.getItem("tab");
    if (!name) {
      name = Array.from(crypto.getRandomValues(new Uint8Array(12)), (each) => each.toString(16).padStart(2, "0")).join("");
      kept.setItem("tab", name);
    }
    return name;
  }

  function taken(name) {
    const value = kept.getItem(name);
    kept.removeItem(name);
    return value;
  }

  function comeBack(takeOver) {
    if (takeOver) kept.setItem("how", "take");
    window.location.reload();
  }

  function tell(name, last) {
    const [title, said, again] = dialogs[name];
    const dialog = document.getElementById("dialog");
    document.getElementById("title").textContent = title;
    document.getElementById("said").textContent = said;
    document.getElementById("last").textContent = last || "";
    const button = document.getElementById("again");
    button.textContent = again;
    button.onclick = () => comeBack(name === "taken" || name === "elsewhere");
    told = true;
    document.body.classList.add("told", "told-" + name);
    if (!dialog.open) dialog.showModal();
    dialog.oncancel = (event) => event.preventDefault();
    button.focus();
  }

  async function tryAgain() {
    try {
      const answer = await fetch("/alive", { cache: "no-store" });
      if (answer.status === 204) return comeBack(false);
      if (answer.status === 401) return window.location.assign("/");
    } catch { /* not there yet */ }
    window.setTimeout(tryAgain, TRY_EVERY);
  }

  function closed(event) {
    if (told) return;
    const name = WHY[event.code] || "lost";
    tell(name, event.reason);
    if (name === "lost") window.setTimeout(tryAgain, TRY_EVERY / 2);
    if (name === "stopped") {
      const stops = Number(kept.getItem("stops") || 0) + 1;
      kept.setItem("stops", stops);
      if (stops <= MOST_STOPS) window.setTimeout(() => comeBack(false), OPEN_AFTER * stops);
    }
  }

  function focusTerminal() {
    const keys = document.querySelector(".xterm-helper-textarea");
    if (keys && !told) keys.focus();
  }

  function listen() {
    const Plain = window.WebSocket;
    window.WebSocket = class extends Plain {
      constructor(address) {
        super(address);
        this.addEventListener("close", closed);
        this.addEventListener("open", () => {
          focusTerminal();
          window.setTimeout(() => kept.removeItem("stops"), 30000);
        });
      }
      send(data) {
        if (this.readyState === Plain.OPEN) super.send(data);
      }
    };
  }

  function keepLetters() {
    const asked = new URLSearchParams(window.location.search).get("fontsize");
    if (asked && LETTERS.test(asked)) return kept.setItem("fontsize", asked);
    const before = kept.getItem("fontsize");
    if (before && LETTERS.test(before) && before !== terminal.dataset.fontSize) {
      window.location.replace("?fontsize=" + before);
    }
  }

  async function open() {
    keepLetters();
    const how = taken("how") || "ask";
    const scheme = window.location.protocol === "https:" ? "wss://" : "ws://";
    terminal.dataset.sessionWebsocketUrl = scheme + window.location.host + "/ws/" + tabName() + "/" + how;
    terminal.classList.add("textual-terminal");
    listen();
    // Letters are measured once, when the terminal opens: the font has to be there by then.
    const font = terminal.dataset.fontSize + "px 'Roboto Mono'";
    await Promise.all([document.fonts.load(font), document.fonts.load("bold " + font)]).catch(() => {});
    const script = document.createElement("script");
    script.src = "/static/terminal.js";
    script.onload = () => window.onload(new Event("load"));
    document.head.append(script);
    document.addEventListener("click", (event) => {
      if (!event.target.closest("a, button")) focusTerminal();
    });
    window.addEventListener("focus", focusTerminal);
  }

  window.addEventListener("load", open);
})();
