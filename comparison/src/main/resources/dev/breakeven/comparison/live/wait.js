// Asks how far the comparison has come, and shows it when it is there.
(() => {
  "use strict";

  const { progress } = JSON.parse(document.getElementById("wait").textContent);
  const at = id => document.getElementById(id);

  function time(seconds) {
    if (seconds < 0) return "";
    return seconds < 120 ? ` · ${seconds} s left` : ` · ${Math.round(seconds / 60)} minutes left`;
  }

  async function look() {
    try {
      const state = await (await fetch(progress)).json();
      if (state.over) {
        location.reload();
        return;
      }
      // Only when it changes, or it would be read out again and again.
      if (at("stage").textContent !== state.stage) at("stage").textContent = state.stage;
      at("left").textContent = time(state.secondsLeft);
      at("progress").value = state.part;
    } catch {
      at("stage").textContent = "Breakeven does not answer; it may have ended.";
    }
    setTimeout(look, 400);
  }

  look();
})();
