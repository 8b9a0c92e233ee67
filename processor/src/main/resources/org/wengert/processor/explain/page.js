// What is on the screen: the methods' sections, and what lights up in them.

const { methods } = JSON.parse(document.getElementById('model').textContent);

const PRIMES = [2, 3, 5, 7, 11, 13];

/** Numbers to begin with: simple ones, all different. */
function sampleOf(type, count) {
  if (type.endsWith('[]')) {
    const elements = [];
    for (let i = 0; i < count.size; i++) elements.push(sampleOf(type.slice(0, -2), count));
    return elements;
  }
  if (type === 'boolean') return true;
  if (type === 'java.lang.String') return '';
  if (isFloating(type)) return count.inArray ? 0.5 + count.floating++ : PRIMES[count.floating++ % PRIMES.length];
  return /^(byte|short|char|int|long)$/.test(type) ? (count.inArray ? count.whole++ : 3) : null;
}

/** For these parameters; arrays have this length. */
function samples(parameters, size) {
  const count = { floating: 0, whole: 0 };
  return parameters.map(({ type }) => sampleOf(type, type.endsWith('[]') ? { inArray: true, size, floating: 0, whole: 0 } : count));
}

/** The length of arrays with which a method begins: long enough for it, if that is not very long. */
function samplesFor(method, statics) {
  const all = [...method.parameters, ...statics];
  const isTooShort = size => {
    const texts = samples(all, size).map(spelled);
    const run = evaluateMethod(...argumentsOf(method, statics, texts));
    return run.stop !== null && run.stop.includes('ArrayIndexOutOfBoundsException');
  };
  return samples(all, [3, 5, 8, 13].find(size => !isTooShort(size)) || 3);
}

/** What a method takes, and the static fields that it reads, from texts; throws what is wrong with one. */
function argumentsOf(method, statics, texts) {
  const own = method.parameters.length;
  const values = method.parameters.map(({ type }, i) => parsed(type, texts[i]));
  const fields = statics.map(({ name, type }, i) => [name, operand(type, parsed(type, texts[own + i]), '', () => undefined)[0]]);
  return [method, values, Object.fromEntries(fields)];
}

const spelled = value => Array.isArray(value) ? value.map(element => Array.isArray(element) ? `[${spelled(element)}]` : String(element)).join(', ') : String(value);

/** What was typed, as a value of this type; throws what is wrong with it. */
function parsed(type, text) {
  if (type === 'java.lang.String') return text;
  if (isObject(type) || text.trim() === 'null' && type.endsWith('[]')) return null;
  if (type.endsWith('[]')) {
    const depth = type.match(/\[\]/g).length;
    const all = JSON.parse(`[${type.startsWith('long') ? text.replace(/-?\d+/g, '"$&"') : text}]`); // numbers would lose digits
    return checked(type, all.length === 1 && depthOf(all) > depth ? all[0] : all);
  }
  return checked(type, type === 'boolean' ? text.trim() === 'true' : text.trim() === '' ? NaN : type === 'long' ? BigInt(text.trim()) : Number(text));
}

const isObject = type => type.includes('.') && type !== 'java.lang.String';

const depthOf = value => Array.isArray(value) ? 1 + Math.max(0, ...value.map(depthOf)) : 0;

function checked(type, value) {
  if (type.endsWith('[]')) {
    if (value === null) return null;
    if (!Array.isArray(value)) throw new Error('not an array');
    return value.map(element => checked(type.slice(0, -2), element));
  }
  if (Array.isArray(value)) throw new Error('too many dimensions');
  if (type === 'boolean') return Boolean(value);
  if (type === 'long') return BigInt(value);
  if (typeof value !== 'number' || Number.isNaN(value)) throw new Error('not a number');
  if (isFloating(type)) return type.startsWith('float') ? Math.fround(value) : value;
  const conversion = CONVERSIONS[{ byte: 'TO_BYTE', short: 'TO_SHORT', char: 'TO_CHAR', int: 'TO_INT' }[type]];
  if (conversion(value) !== value) throw new Error('not such a number');
  return value;
}

/** The static fields that a method reads, by name. */
function staticsOf({ primal, tangent, adjoint }) {
  const found = new Map();
  const visit = (types, [operations]) => operations.forEach(([kind, , results, , ...extra]) => {
    if (kind === 'ReadStatic') found.set(extra[0], types[results[0]]);
    extra.filter(part => Array.isArray(part) && part.length === 2 && Array.isArray(part[0])).forEach(block => visit(types, block));
  });
  [primal, tangent, adjoint].forEach(tape => visit(tape.types, tape.body));
  const names = { Z: 'boolean', B: 'byte', S: 'short', C: 'char', I: 'int', J: 'long', F: 'float', D: 'double', L: 'java.lang.Object' };
  return [...found].map(([name, type]) => ({ name, type: names[type[0]] + '[]'.repeat(Number(type.slice(1))) }));
}

class Section {
  constructor(position, address) {
    this.method = methods[position];
    this.element = document.getElementById('method' + position);
    this.statics = staticsOf(this.method);
    this.address = address;
    this.build();
    this.compute();
    this.listen();
  }

  find(selector) {
    return this.element.querySelector(selector);
  }

  build() {
    const begin = samplesFor(this.method, this.statics);
    const field = ({ name, type }, i) => {
      const isStatic = i >= this.method.parameters.length;
      const text = this.address.get(name) ?? spelled(begin[i]);
      return `<label><code>${escaped(isStatic ? simpleCall(name) : name)}</code> = <input name="${escaped(name)}" data-type="${type}" class="${type.endsWith('[]') ? 'array' : ''}" value="${escaped(text)}" title="${escaped(type)}${isObject(type) ? ': objects cannot be given here' : ''}"${isObject(type) ? ' disabled' : ''} spellcheck="false" autocomplete="off"></label>`;
    };
    const fields = [...this.method.parameters, ...this.statics].map(field);
    this.find('h2').insertAdjacentHTML('afterend', `<form class="controls">${fields.join('')}
      <label>forwards: move <select name="by" class="by"></select></label>
      <label>backwards: from <select name="of" class="of"></select></label></form><div class="verdict" aria-live="polite"></div>`);
    this.find('.panes').insertAdjacentHTML('afterend', '<div class="place"><div class="graph"></div><div class="card" aria-live="polite"></div></div><div class="trace"></div>');
  }

  /** Reads the fields, and shows what follows from them. */
  compute() {
    const fields = [...this.element.querySelectorAll('.controls input')];
    let isRight = true;
    for (const field of fields) {
      field.removeAttribute('aria-invalid');
      try {
        parsed(field.dataset.type, field.value);
      } catch (failure) {
        field.setAttribute('aria-invalid', 'true');
        isRight = false;
      }
    }
    if (!isRight) {
      this.find('.verdict').innerHTML = '<p class="wrong">This is not what the parameter takes. An array is written as 1, 2, 3, and one of several dimensions as [1, 2], [3, 4].</p>';
      return;
    }
    this.run = evaluateMethod(...argumentsOf(this.method, this.statics, fields.map(({ value }) => value)));
    this.choices('.by', this.run.inputs.map(({ node }) => nameOf(node)));
    this.choices('.of', this.run.outputs.map(({ name }) => name));
    this.sweep();
  }

  choices(selector, names) {
    const select = this.find(selector);
    const chosen = select.value || this.address.get(select.name);
    select.innerHTML = names.map(name => `<option>${escaped(name)}</option>`).join('');
    select.value = names.includes(chosen) ? chosen : names[0] ?? '';
  }

  /** The sweeps between the input and the output that are chosen. */
  sweep() {
    const { run } = this;
    const nothing = { name: 'output', path: [], position: -1 };
    const input = run.inputs[this.find('.by').selectedIndex] || { node: undefined };
    const output = run.outputs[this.find('.of').selectedIndex] || nothing;
    forwards(run.trace, input.node);
    backwards(run.trace, output.node);
    const isComplete = input.node && output !== nothing && !run.stop;
    this.view = { ...run, input: { ...input, node: input.node || { name: { base: 'input', path: '', time: 1 } } }, output };
    this.tangent = isComplete ? runTangent(run, input, output) : null;
    this.adjoint = isComplete ? runAdjoint(run, input, output) : null;
    this.find('.verdict').innerHTML = this.verdict(isComplete);
    this.find('.trace').innerHTML = traceTable(this.view);
    this.numbers('.tape', run.machine);
    this.numbers('.pane.tangent', this.tangent && this.tangent.machine);
    this.numbers('.pane.adjoint', this.adjoint && this.adjoint.machine);
    this.place(output.node || run.trace.nodes[run.trace.nodes.length - 1], this.element);
  }

  verdict(isComplete) {
    const { run, view } = this;
    if (run.stop) {
      return `<p class="wrong">The numbers end here: ${escaped(run.stop)}. Source, tape, tangent and adjoint are shown all the same.</p>`;
    }
    if (!isComplete) return '<p>With these arguments there is nothing to differentiate.</p>';
    const [of, by] = [escaped(view.output.name), escaped(nameOf(view.input.node))];
    const forward = view.output.node && view.output.node.isActive ? view.output.node.tangent : 0;
    const backward = view.input.node.adjoint;
    const all = run.inputs.slice(0, 12).map(({ node }) => `${escaped(nameOf(node))}: ${number(node.adjoint)}`).join(', ');
    return `<p><b>${of} = ${number(view.output.value)}</b>. Its derivative by ${by}: <b class="tangent">forwards</b> ${number(forward)}, <b class="adjoint">backwards</b> ${number(backward)}.
      By all inputs, in one sweep backwards: ${all}${run.inputs.length > 12 ? ', …' : ''}.</p>${this.agreement(forward)}`;
  }

  /** Whether the tapes from which Java is generated compute the same as the sweeps over the trace. */
  agreement(expected) {
    const names = [this.method.name + 'Jvp', this.method.name + 'Vjp'];
    const said = [this.tangent, this.adjoint].map(({ derivative, stop }, i) => {
      const name = `<code>${escaped(names[i])}</code>`;
      if (stop) return `<span>${name} cannot be run on this page: ${escaped(stop)}.</span>`;
      const scale = Math.max(Math.abs(expected), Math.abs(derivative), 1e-300);
      const isSame = Object.is(derivative, expected) || Math.abs(derivative - expected) <= 1e-5 * scale;
      if (Number.isNaN(derivative) && !isSame) return `<span>${name} gives NaN: somewhere it multiplies zero by an infinite slope, which the traces leave out.</span>`;
      return isSame ? `<span class="right">${name} gives ${number(derivative)} ✓</span>` : `<span class="wrong">${name} gives ${number(derivative)} ✗</span>`;
    });
    return `<p>The tapes behind the generated methods, run on this page: ${said.join(', ')}. <small>The numbers beside their lines are from this run, in a loop from the last time round. Your browser's Math may differ from Java's in the last digit.</small></p>`;
  }

  numbers(pane, machine) {
    for (const line of this.element.querySelectorAll(pane + ' [data-v]')) {
      const value = machine ? machine.values[line.dataset.v] : undefined;
      if (value === undefined || value instanceof JavaArray) line.removeAttribute('data-x');
      else line.dataset.x = short(value);
    }
  }

  /** Shows a node in the graph and in words, and lights what belongs to it. */
  place(node, origin = null) {
    if (!node) {
      this.find('.graph').innerHTML = this.find('.card').innerHTML = '';
      return;
    }
    const isDrawn = this.drawn === this.view && this.find(`.node[data-n="${node.id}"]`);
    if (!isDrawn) {
      this.find('.graph').innerHTML = graph(this.view, node);
      this.drawn = this.view;
      this.stops();
    }
    this.find('.card').innerHTML = card(node, this.view);
    const place = node.operation ? this.method.operations[node.operation.number].slice(1, 4) : [0, 0, 0];
    this.light(place, node.operation ? node.operation.number : undefined, node, origin);
  }

  /** Everything from a place in the source; strongly, what belongs to an operation and a node. */
  light([line, start, end], operation, node, origin) {
    this.element.querySelectorAll('.lit, .here').forEach(element => element.classList.remove('lit', 'here'));
    const mark = (elements, kind) => elements.forEach(element => element.classList.add(kind));
    const all = selector => this.element.querySelectorAll(selector);
    if (line) {
      mark(all(`.source [data-l="${line}"]`), 'lit');
      mark(all(`.pane [data-s="${start}"][data-e="${end}"]`), 'lit');
    }
    if (operation !== undefined) {
      mark(all(`.tape [data-o="${operation}"]`), 'here');
      mark(all(`.trace [data-o="${operation}"], .graph [data-o="${operation}"]`), 'lit');
    }
    if (node) {
      mark(all(`.trace [data-n="${node.id}"], .graph [data-n="${node.id}"], .graph [data-to="${node.id}"]`), 'here');
    }
    this.highlight(line, start, end);
    if (origin !== this.element) all('.lines, .trace, .graph').forEach(area => area !== origin && reveal(area));
  }

  /** The very expression, where the browser can. */
  highlight(line, start, end) {
    if (!window.Highlight) return;
    const ranges = [];
    for (const text of line ? this.element.querySelectorAll('.source [data-s]') : []) {
      const from = Number(text.dataset.s);
      const length = text.firstChild ? text.firstChild.length : 0;
      if (from < end && from + length > start) {
        const range = new Range();
        range.setStart(text.firstChild, Math.max(0, start - from));
        range.setEnd(text.firstChild, Math.min(length, end - from));
        ranges.push(range);
      }
    }
    CSS.highlights.set('expression', new Highlight(...ranges));
  }

  /** What an element of the page stands for, lit. */
  show(element) {
    const { n, o, l, s, e } = element.dataset;
    const origin = element.closest('.lines, .trace, .graph');
    const { nodes } = this.view.trace;
    if (n !== undefined) return this.place(nodes[n], origin);
    const { operations } = this.method;
    const isPrimal = o !== undefined && !element.closest('.pane.tangent, .pane.adjoint');
    const belongs = isPrimal
      ? number => number === Number(o)
      : e !== undefined
        ? number => operations[number][2] === Number(s) && operations[number][3] === Number(e)
        : number => operations[number][1] === Number(l);
    const node = nodes.findLast(candidate => candidate.operation && belongs(candidate.operation.number));
    if (node) return this.place(node, origin);
    if (e !== undefined) return this.light([Number(l), Number(s), Number(e)], isPrimal ? Number(o) : undefined, undefined, origin);
    return isPrimal ? this.light(operations[o].slice(1, 4), Number(o), undefined, origin) : undefined;
  }

  listen() {
    const shown = event => {
      const element = event.target.closest('[data-n], [data-o], [data-l]');
      if (element && this.element.contains(element) && this.view) this.show(element);
    };
    this.element.addEventListener('mouseover', shown);
    this.element.addEventListener('focusin', shown);
    this.element.addEventListener('keydown', event => this.move(event));
    this.element.addEventListener('click', event => {
      if (event.target.matches('.all')) this.find('.trace').innerHTML = traceTable(this.view, Infinity);
    });
    this.find('.controls').addEventListener('submit', event => event.preventDefault());
    this.find('.controls').addEventListener('input', event => {
      if (event.target.matches('select')) this.sweep();
      else this.compute();
      this.stops();
      remember(this);
    });
    this.stops();
  }

  /** One stop for the Tab key in every area. */
  stops() {
    for (const area of this.element.querySelectorAll('.lines, .trace, .graph')) {
      const first = area.querySelector('[data-n], [data-l], [data-o]');
      if (first && !area.querySelector('[tabindex="0"]')) first.tabIndex = 0;
    }
  }

  /** Arrow keys go from one to the next. */
  move(event) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const area = event.target.closest('.lines, .trace, .graph');
    if (!step || !area || !event.target.matches('[data-n], [data-l], [data-o]')) return;
    event.preventDefault();
    const stops = [...area.querySelectorAll(area.matches('.graph') ? '.node' : '[data-n], [data-l], [data-o]')];
    const next = stops[stops.indexOf(event.target) + step];
    if (!next) return;
    const go = element => {
      area.querySelectorAll('[tabindex="0"]').forEach(other => { other.tabIndex = -1; });
      element.tabIndex = 0;
      element.focus();
    };
    go(next);
    if (!next.isConnected) go(area.querySelector(`[data-n="${next.dataset.n}"]`)); // drawn anew
  }
}

/** Scrolls an area, and not the page, to what is lit in it. */
function reveal(area) {
  const lit = area.querySelector('.here') || area.querySelector('.lit');
  if (!lit) return;
  const [inside, around] = [lit.getBoundingClientRect(), area.getBoundingClientRect()];
  if (inside.top < around.top + 30) area.scrollTop -= around.top + 30 - inside.top;
  else if (inside.bottom > around.bottom - 10) area.scrollTop += inside.bottom - around.bottom + 10;
  if (area.matches('.graph') && inside.left < around.left) area.scrollLeft -= around.left + 30 - inside.left;
  else if (area.matches('.graph') && inside.right > around.right) area.scrollLeft += inside.right - around.right + 30;
}

/** Keeps the numbers in the page's address, so that it can be handed on. */
function remember(section) {
  const address = new URLSearchParams({ method: section.method.name });
  section.element.querySelectorAll('.controls input, .controls select').forEach(({ name, value }) => address.set(name, value));
  history.replaceState(null, '', '#' + address);
}

const sections = new Map();

function open(position) {
  methods.forEach((_, i) => { document.getElementById('method' + i).hidden = i !== position; });
  document.querySelectorAll('nav button').forEach((button, i) => button.setAttribute('aria-current', i === position));
  if (!sections.has(position)) {
    const address = new URLSearchParams(location.hash.slice(1));
    const isMeant = address.get('method') === methods[position].name;
    sections.set(position, new Section(position, isMeant ? address : new URLSearchParams()));
  }
}

document.querySelector('nav').innerHTML = methods.length > 1 ? methods.map(({ name }, i) => `<button type="button" data-method="${i}">${escaped(name)}</button>`).join('') : '';
document.querySelector('nav').addEventListener('click', event => {
  if (event.target.dataset.method) {
    open(Number(event.target.dataset.method));
    remember(sections.get(Number(event.target.dataset.method)));
  }
});
open(Math.max(0, methods.findIndex(({ name }) => name === new URLSearchParams(location.hash.slice(1)).get('method'))));
