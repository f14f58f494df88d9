// The picture of who was with whom, to zoom, move and walk through with the keyboard. All that it says it reads from the picture that the server drew, which stays
// where there is no JavaScript, and on paper.

const STEP = 1.3;
const SHIFT = 60;
// Room above and below the picture, and from the edge to the names beside it.
const EDGE = 36;
const MARGIN = 6;
// Names beside the picture take so much of its width at the most, on either side.
const MOST_BESIDE = 0.3;
const INK = "#0b0c0c";
const CHOSEN = "#073d44";
const FOCUS = "#ffdd00";
const DASHES = { counts: [], explained: [2, 4], inferred: [8, 5] };
const WORDS = 14;
const LEAST_WORDS = 12;
// Below this scale rows of names would lie on each other: only those of whom is chosen are written.
const CROWDED = 0.3;
const MOST_NAMES = 250;
// Strokes of many lines at once are fast until they cross each other too often.
const AT_ONCE = 200;

function make(name, words, within) {
  const element = document.createElement(name);
  element.textContent = words;
  within.append(element);
  return element;
}

/** Who and what is in the picture that the server drew: nodes with their ties, ties with their nodes. */
function read(picture) {
  const nodes = [...picture.querySelectorAll("[data-subject]")].map(({ dataset }) => ({ ...dataset, x: Number(dataset.x), y: Number(dataset.y), ties: [] }));
  const named = new Map(nodes.map((node) => [node.subject, node]));
  const ties = [...picture.querySelectorAll("[data-one]")].map(({ dataset }) => ({ words: dataset.words, kind: dataset.kind, one: named.get(dataset.one), other: named.get(dataset.other) }));
  ties.forEach((tie) => {
    tie.one.ties.push(tie);
    tie.other.ties.push(tie);
  });
  return { nodes, ties };
}

/** Words parted after a space or a hyphen, where both halves are most alike. */
function halves(words) {
  const cuts = [...words.matchAll(/[ -]/g)].map(({ index }) => [words.slice(0, index + 1).trim(), words.slice(index + 1)]);
  const longest = (two) => Math.max(...two.map((one) => one.length));
  return cuts.reduce((best, two) => (longest(two) < longest(best) ? two : best), [words]);
}

/** Draws nodes and ties on a canvas, moved and enlarged. */
class Drawing {
  constructor(stage, { nodes, ties }) {
    this.stage = stage;
    this.canvas = make("canvas", "", stage);
    this.pen = this.canvas.getContext("2d");
    this.nodes = nodes;
    this.ties = ties;
    this.pen.font = `${WORDS}px Arial, sans-serif`;
    this.longest = nodes.reduce((most, { name }) => Math.max(most, this.widthOf(name)), 0);
    // Names of people are written first where there is no room for all.
    this.named = [...nodes.filter(({ kind }) => kind !== "thing"), ...nodes.filter(({ kind }) => kind === "thing")];
    this.left = Math.min(...nodes.map((node) => node.x));
    this.right = Math.max(...nodes.map((node) => node.x));
    this.top = Math.min(...nodes.map((node) => node.y));
    this.bottom = Math.max(...nodes.map((node) => node.y));
    this.bright = { nodes: [], ties: [], chosen: undefined };
    this.size();
  }

  /** How wide words are, in units of their size. */
  widthOf(words) {
    return this.pen.measureText(words).width / WORDS;
  }

  /** The stage is as high as its picture, within what a window holds. */
  size() {
    const ratio = window.devicePixelRatio;
    this.beside = Math.min(MOST_BESIDE * this.stage.clientWidth, this.longest * WORDS + EDGE);
    const scale = Math.min(1, (this.stage.clientWidth - 2 * this.beside) / Math.max(1, this.right - this.left));
    const whole = (this.bottom - this.top) * scale + 2 * EDGE;
    this.stage.style.height = `${Math.round(Math.max(220, Math.min(whole, window.innerHeight * 0.8)))}px`;
    this.width = this.stage.clientWidth;
    this.height = this.stage.clientHeight;
    this.canvas.width = this.width * ratio;
    this.canvas.height = this.height * ratio;
    this.fit();
  }

  fit() {
    this.scale = Math.min((this.width - 2 * this.beside) / Math.max(1, this.right - this.left), (this.height - 2 * EDGE) / Math.max(1, this.bottom - this.top), 1);
    this.least = Math.min(this.scale, 0.2);
    this.x = this.width / 2 - (this.scale * (this.left + this.right)) / 2;
    this.y = this.height / 2 - (this.scale * (this.top + this.bottom)) / 2;
    this.fold();
    this.later();
  }

  /** Names on one line where there is room for them when all is shown, else on two, and at last cut. */
  fold() {
    const size = this.wordsSize();
    this.pen.font = `${WORDS}px Arial, sans-serif`;
    const beside = this.left * this.scale + this.x - this.radius() - MARGIN - 4;
    const between = Math.max(beside, (this.right - this.left) * this.scale);
    for (const node of this.nodes) {
      const room = Math.max(node.anchor === "middle" ? between : beside, 5 * size) / size;
      const lines = this.widthOf(node.name) <= room ? [node.name] : halves(node.name);
      node.lines = lines.map((line) => this.cut(line, room));
      node.width = Math.max(...node.lines.map((line) => this.widthOf(line)));
    }
  }

  cut(words, room) {
    let cut = words;
    for (let length = words.length - 1; length > 0 && this.widthOf(cut) > room; length--) {
      cut = `${words.slice(0, length).trim()}…`;
    }
    return cut;
  }

  wordsSize() {
    return Math.round(Math.max(LEAST_WORDS, WORDS * Math.min(1.5, this.scale)));
  }

  /** Some of the picture always stays in sight. */
  move(x, y) {
    this.x = Math.max(4 * EDGE - this.right * this.scale, Math.min(this.width - 4 * EDGE - this.left * this.scale, this.x + x));
    this.y = Math.max(2 * EDGE - this.bottom * this.scale, Math.min(this.height - 2 * EDGE - this.top * this.scale, this.y + y));
    this.later();
  }

  zoom(by, x = this.width / 2, y = this.height / 2) {
    const scale = Math.min(5, Math.max(this.least, this.scale * by));
    this.x = x - ((x - this.x) * scale) / this.scale;
    this.y = y - ((y - this.y) * scale) / this.scale;
    this.scale = scale;
    this.move(0, 0);
  }

  /** Everything else becomes faint. */
  lighten(nodes, ties, chosen) {
    this.bright = { nodes, ties, chosen };
    this.later();
  }

  bringIntoView(node) {
    const { x, y } = this.place(node);
    if (x < EDGE || y < EDGE || x > this.width - EDGE || y > this.height - EDGE) {
      this.move(this.width / 2 - x, this.height / 2 - y);
    }
  }

  place(node) {
    return { x: node.x * this.scale + this.x, y: node.y * this.scale + this.y };
  }

  /** The node, or else the tie, that is nearest to a point and within reach of a finger. */
  near(x, y) {
    const away = (node) => Math.hypot(this.place(node).x - x, this.place(node).y - y);
    const node = this.nodes.reduce((best, one) => (away(one) < away(best) ? one : best), this.nodes[0]);
    if (away(node) <= 16) {
      return { node };
    }
    const tie = this.ties.find((one) => distance(this.place(one.one), this.place(one.other), x, y) <= 6);
    return { tie };
  }

  later() {
    this.due ??= requestAnimationFrame(() => {
      this.due = undefined;
      this.draw();
    });
  }

  draw() {
    const ratio = window.devicePixelRatio;
    this.pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.pen.clearRect(0, 0, this.width, this.height);
    const { nodes, ties, chosen } = this.bright;
    this.pen.globalAlpha = chosen ? Math.max(0.05, 0.2 - this.ties.length / 20000) : 1;
    this.drawTies(this.ties, 1.5, INK);
    this.drawNodes(this.nodes);
    this.pen.globalAlpha = 1;
    if (chosen) {
      this.drawTies(ties, ties.includes(chosen) ? 4 : 2, CHOSEN);
      nodes.filter((node) => node === chosen).forEach((node) => this.halo(node));
      this.drawNodes(nodes);
    }
    this.drawNames(chosen ? nodes : this.scale < CROWDED ? [] : this.named);
  }

  drawTies(ties, width, colour) {
    this.pen.strokeStyle = colour;
    this.pen.lineWidth = Math.max(width * Math.min(1, this.scale), width / 2);
    for (const [kind, dashes] of Object.entries(DASHES)) {
      this.pen.setLineDash(dashes);
      const some = ties.filter((tie) => tie.kind === kind && this.mayShow(tie));
      for (let from = 0; from < some.length; from += AT_ONCE) {
        this.pen.beginPath();
        for (const tie of some.slice(from, from + AT_ONCE)) {
          this.pen.moveTo(tie.one.x * this.scale + this.x, tie.one.y * this.scale + this.y);
          this.pen.lineTo(tie.other.x * this.scale + this.x, tie.other.y * this.scale + this.y);
        }
        this.pen.stroke();
      }
    }
    this.pen.setLineDash([]);
  }

  mayShow({ one, other }) {
    const a = this.place(one);
    const b = this.place(other);
    return Math.max(a.x, b.x) > 0 && Math.min(a.x, b.x) < this.width && Math.max(a.y, b.y) > 0 && Math.min(a.y, b.y) < this.height;
  }

  shows(node, by = 20) {
    const { x, y } = this.place(node);
    return x > -by && y > -by && x < this.width + by && y < this.height + by;
  }

  radius() {
    return Math.max(3, 8 * Math.min(1.5, this.scale));
  }

  drawNodes(nodes) {
    const radius = this.radius();
    this.pen.strokeStyle = INK;
    this.pen.lineWidth = Math.min(2, radius / 3);
    for (const node of nodes.filter((one) => this.shows(one))) {
      const { x, y } = this.place(node);
      this.pen.fillStyle = node.kind === "adult" ? INK : "#ffffff";
      this.pen.beginPath();
      if (node.kind === "thing") {
        this.pen.rect(x - radius, y - radius, 2 * radius, 2 * radius);
      } else {
        this.pen.arc(x, y, radius, 0, 2 * Math.PI);
      }
      this.pen.fill();
      this.pen.stroke();
    }
  }

  halo(node) {
    const { x, y } = this.place(node);
    this.pen.fillStyle = FOCUS;
    this.pen.strokeStyle = INK;
    this.pen.lineWidth = 3;
    this.pen.beginPath();
    this.pen.arc(x, y, this.radius() + 6, 0, 2 * Math.PI);
    this.pen.stroke();
    this.pen.fill();
  }

  /** As many names as there is room for, so that those which stand can be read at any size. */
  drawNames(nodes) {
    const size = this.wordsSize();
    const taken = [];
    this.pen.font = `${size}px Arial, sans-serif`;
    this.pen.textBaseline = "middle";
    for (const node of nodes) {
      if (taken.length >= MOST_NAMES) {
        return;
      }
      if (this.shows(node, 0)) {
        const box = this.nameBox(node, size);
        if (taken.every((other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom)) {
          taken.push(box);
          this.drawName(node, box, size);
        }
      }
    }
  }

  drawName(node, box, size) {
    this.pen.fillStyle = "rgba(255, 255, 255, 0.8)";
    this.pen.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    this.pen.fillStyle = INK;
    node.lines.forEach((line, at) => {
      const left = node.anchor === "start" ? box.left : node.anchor === "end" ? box.right - this.pen.measureText(line).width : (box.left + box.right - this.pen.measureText(line).width) / 2;
      this.pen.fillText(line, left, box.top + (at + 0.5) * size);
    });
  }

  /** Beside or above its node, on the other side where there is no room, and never beyond the edge of the picture. */
  nameBox(node, size) {
    const { x, y } = this.place(node);
    const away = this.radius() + (node === this.bright.chosen ? 10 : 5);
    const width = node.width * size;
    const height = node.lines.length * size;
    const lefts = { end: x - away - width, start: x + away, middle: x - width / 2 };
    const fits = (at) => at >= 2 && at + width <= this.width - 2;
    const left = [lefts[node.anchor], lefts.end, lefts.start].find(fits) ?? lefts[node.anchor];
    const top = node.anchor === "middle" ? y - away - height : y - height / 2;
    const within = (at, most) => Math.max(2, Math.min(at, most - 2));
    const box = { left: within(left, this.width - width), top: within(top, this.height - height) };
    return { ...box, right: box.left + width, bottom: box.top + height };
  }
}

function distance(one, other, x, y) {
  const length = (other.x - one.x) ** 2 + (other.y - one.y) ** 2;
  const at = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - one.x) * (other.x - one.x) + (y - one.y) * (other.y - one.y)) / length));
  return Math.hypot(x - one.x - at * (other.x - one.x), y - one.y - at * (other.y - one.y));
}

/** What a finger, a mouse or the keyboard does with the drawing, and what is said of whom they choose. */
class Graph {
  constructor(place, picture) {
    this.stage = place.querySelector("[data-stage]");
    this.said = place.querySelector("[data-said]");
    this.drawing = new Drawing(this.stage, read(picture));
    this.nodes = this.drawing.nodes;
    this.at = -1;
    this.tie = -1;
    this.fingers = new Map();
    this.listen(place);
  }

  listen(place) {
    this.stage.addEventListener("keydown", (event) => this.key(event));
    this.stage.addEventListener("pointerdown", (event) => this.press(event));
    this.stage.addEventListener("pointermove", (event) => this.drag(event));
    for (const name of ["pointerup", "pointercancel"]) {
      this.stage.addEventListener(name, (event) => this.lift(event));
    }
    this.stage.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    place.querySelector("[data-in]").addEventListener("click", () => this.drawing.zoom(STEP));
    place.querySelector("[data-out]").addEventListener("click", () => this.drawing.zoom(1 / STEP));
    place.querySelector("[data-all]").addEventListener("click", () => this.drawing.fit());
    new ResizeObserver(() => this.stage.clientWidth !== this.drawing.width && this.drawing.size()).observe(this.stage);
  }

  press(event) {
    this.fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    this.moved = this.fingers.size > 1 ? Infinity : 0;
    this.stage.setPointerCapture(event.pointerId);
  }

  drag(event) {
    const finger = this.fingers.get(event.pointerId);
    if (!finger) {
      return;
    }
    const before = this.spread();
    const x = (event.offsetX - finger.x) / this.fingers.size;
    const y = (event.offsetY - finger.y) / this.fingers.size;
    Object.assign(finger, { x: event.offsetX, y: event.offsetY });
    this.moved += Math.abs(x) + Math.abs(y);
    if (this.moved > 5) {
      this.drawing.move(x, y);
      if (this.fingers.size === 2 && before > 0) {
        const [one, other] = [...this.fingers.values()];
        this.drawing.zoom(this.spread() / before, (one.x + other.x) / 2, (one.y + other.y) / 2);
      }
    }
  }

  /** How far two fingers are from each other. */
  spread() {
    const [one, other] = [...this.fingers.values()];
    return other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  }

  lift(event) {
    const there = this.fingers.delete(event.pointerId);
    if (there && event.type === "pointerup" && this.moved <= 5) {
      this.stage.focus({ preventScroll: true });
      const { node, tie } = this.drawing.near(event.offsetX, event.offsetY);
      if (node) {
        this.choose(this.nodes.indexOf(node));
      } else if (tie) {
        this.chooseTie(tie);
      } else {
        this.clear();
      }
    }
  }

  /** The wheel scrolls the page until somebody works in the picture. */
  wheel(event) {
    if (document.activeElement === this.stage) {
      event.preventDefault();
      this.drawing.zoom(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY);
    }
  }

  key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const moves = { ArrowLeft: [SHIFT, 0], ArrowRight: [-SHIFT, 0], ArrowUp: [0, SHIFT], ArrowDown: [0, -SHIFT] };
    const does = {
      ArrowRight: () => this.choose((this.at + 1) % this.nodes.length),
      ArrowLeft: () => this.choose((Math.max(this.at, 0) + this.nodes.length - 1) % this.nodes.length),
      ArrowDown: () => this.step(1),
      ArrowUp: () => this.step(-1),
      Enter: () => this.at >= 0 && location.assign(this.nodes[this.at].address),
      Escape: () => this.clear(),
      "+": () => this.drawing.zoom(STEP),
      "=": () => this.drawing.zoom(STEP),
      "-": () => this.drawing.zoom(1 / STEP),
      0: () => this.drawing.fit(),
    };
    if (event.shiftKey && moves[event.key]) {
      event.preventDefault();
      this.drawing.move(...moves[event.key]);
    } else if (does[event.key]) {
      event.preventDefault();
      does[event.key]();
    } else if (/^\p{L}$/u.test(event.key)) {
      this.find(event.key.toLowerCase());
    }
  }

  /** The next one whose name begins with a letter. */
  find(letter) {
    const after = [...this.nodes.slice(this.at + 1), ...this.nodes.slice(0, this.at + 1)];
    const next = after.find((node) => node.name.toLowerCase().startsWith(letter));
    if (next) {
      this.choose(this.nodes.indexOf(next));
    }
  }

  /** Somebody, with all their ties. */
  choose(at) {
    this.at = at;
    this.tie = -1;
    const node = this.nodes[at];
    const others = node.ties.map(({ one, other }) => (one === node ? other : one));
    this.drawing.lighten([node, ...others], node.ties, node);
    this.drawing.bringIntoView(node);
    this.say(`${node.words}. ${node.ties.length} ${node.ties.length === 1 ? "tie" : "ties"}.`, node.ties, node);
  }

  /** The next tie of whom was chosen last. */
  step(by) {
    if (this.at < 0) {
      this.choose(0);
    }
    const { ties } = this.nodes[this.at];
    if (ties.length > 0) {
      this.tie = this.tie < 0 ? (by > 0 ? 0 : ties.length - 1) : (this.tie + by + ties.length) % ties.length;
      this.chooseTie(ties[this.tie]);
    }
  }

  chooseTie(tie) {
    this.drawing.lighten([tie.one, tie.other], [tie], tie);
    this.say("", [tie]);
  }

  clear() {
    this.at = this.tie = -1;
    this.drawing.lighten([], []);
    this.said.replaceChildren();
    make("p", this.said.dataset.said, this.said);
  }

  say(words, ties, node) {
    this.said.replaceChildren();
    if (words) {
      make("p", words, this.said);
    }
    const list = make("ul", "", this.said);
    list.className = "govuk-list govuk-list--bullet";
    ties.forEach((tie) => make("li", tie.words, list));
    if (node) {
      const link = make("a", `Open the page of ${node.name}`, make("p", "", this.said));
      link.href = node.address;
      link.className = "govuk-link";
    }
  }
}

for (const place of document.querySelectorAll("[data-graph]")) {
  const pictures = [...place.parentElement.querySelectorAll("svg[data-drawn]")];
  const seen = pictures.find((picture) => getComputedStyle(picture).display !== "none") ?? pictures[0];
  place.hidden = false;
  pictures.forEach((picture) => picture.classList.add("clew-graph--drawn"));
  new Graph(place, seen);
}
