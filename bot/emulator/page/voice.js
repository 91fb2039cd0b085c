// Records a voice message, where the browser lets a page do so, or takes a sound file for one.

import { byId } from "./dom.js";
import { t } from "./texts.js";

// OGG first: that is what Telegram's own voice messages are.
const formats = ["audio/ogg;codecs=opus", "audio/mp4;codecs=opus", "audio/webm;codecs=opus"];

let recorder;
let parts = [];
let began = 0;
let timer;

/** on has voice(file, seconds), called with what was recorded or chosen. */
export function startVoice(on) {
  byId("record").addEventListener("click", () => begin());
  byId("stop-recording").addEventListener("click", () => end(false));
  byId("send-recording").addEventListener("click", () => end(true));
  byId("voice-file").addEventListener("change", (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    if (!file) return;
    end(false);
    on.voice(file, 0);
  });
  byId("choose-voice").addEventListener("click", () => byId("voice-file").click());

  async function begin() {
    byId("recording").hidden = false;
    byId("composer").hidden = true;
    byId("send-recording").hidden = true;
    say(t("voice.starting"));
    byId("stop-recording").focus();
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const mimeType = formats.find((format) => MediaRecorder.isTypeSupported(format));
      recorder = new MediaRecorder(stream, { mimeType });
    } catch {
      say(t("voice.noMicrophone"));
      return;
    }
    if (byId("recording").hidden) return end(false); // taken back while the browser asked
    parts = [];
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.start();
    began = Date.now();
    byId("send-recording").hidden = false;
    tick();
    timer = setInterval(tick, 250);
  }

  function end(send) {
    clearInterval(timer);
    byId("recording").hidden = true;
    byId("composer").hidden = false;
    byId("text").focus();
    const ended = recorder;
    recorder = undefined;
    if (!ended) return;
    const duration = seconds();
    ended.addEventListener("stop", () => {
      const type = ended.mimeType.split(";")[0];
      const extension = { "audio/ogg": "oga", "audio/mp4": "m4a" }[type] ?? "webm";
      if (send) on.voice(new File(parts, `voice.${extension}`, { type }), Math.max(1, duration));
    }, { once: true });
    if (ended.state !== "inactive") ended.stop();
    for (const track of ended.stream.getTracks()) track.stop();
  }
}

const seconds = () => Math.round((Date.now() - began) / 1000);

const say = (text) => (byId("recording-status").textContent = text);

function tick() {
  const s = seconds();
  say(t("voice.recording", { time: `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}` }));
}
