// The trace of one evaluation, and the two sweeps over it. What an operation does to a tangent or to an
// adjoint is computed by the processor's own rules, which come with the page.

const MOST_NODES = 20000;

/** One intermediate value of the evaluation, or an input. */
class Node {
  constructor(id, name, value, operation) {
    this.id = id;
    this.name = name; // {base, path, time}
    this.value = value;
    this.operation = operation; // {number, operands, nodes, rule}; none of an input
    this.isActive = false;
  }
}

class Trace {
  constructor(method) {
    this.method = method;
    this.nodes = [];
    this.entries = []; // nodes, and remarks on the way taken
    this.times = new Map();
  }

  input(base, path, value, isActive) {
    const node = this.add(new Node(this.nodes.length, { base, path, time: 1 }, value));
    node.isActive = isActive;
    return node;
  }

  add(node) {
    if (this.nodes.length >= MOST_NODES) throw new Stop(`the trace is longer than ${MOST_NODES.toLocaleString('en')} operations, too long for this page`);
    node.trace = this;
    this.nodes.push(node);
    this.entries.push(node);
    return node;
  }

  elementary(number, value, operands, nodes, rule) {
    const time = (this.times.get(number) || 0) + 1;
    this.times.set(number, time);
    const partials = rule < 0 ? [] : this.method.rules[rule];
    const node = new Node(this.nodes.length, { base: this.method.operations[number][0], path: '', time }, value, { number, operands, nodes, partials });
    node.isActive = nodes.some((operand, i) => partials[i] && operand && operand.isActive);
    return this.add(node);
  }

  branch(number, condition) {
    this.entries.push({ number, remark: condition ? 'the condition holds' : 'the condition does not hold' });
  }

  iteration(number, iteration) {
    this.entries.push({ number, remark: 'iteration ' + iteration });
  }
}

/** What an operand contributes: the seed times the partial derivative; nothing of nothing. */
function scale({ value, operation }, operand, seed) {
  if (seed === 0) return 0;
  const [results] = new Machine(operation.partials[operand].map).run([...operation.operands, value, seed]);
  return results[0];
}

/** The operands through which derivatives flow. */
const flows = node => node.operation ? node.operation.nodes.map((_, i) => i).filter(i => node.operation.partials[i] && node.operation.nodes[i] && node.operation.nodes[i].isActive) : [];

function forwards(trace, input) {
  for (const node of trace.nodes) {
    if (!node.isActive) continue;
    node.tangent = node.operation
      ? flows(node).reduce((sum, i) => sum + scale(node, i, node.operation.nodes[i].tangent), 0)
      : node === input ? 1 : 0;
  }
}

function backwards(trace, output) {
  for (const node of trace.nodes) {
    node.adjoint = node.isActive ? 0 : undefined;
    node.received = []; // from which later operations, for which of their operands
  }
  if (!output || !output.isActive) return;
  output.adjoint = 1;
  for (let k = output.id; k >= 0; k--) {
    const node = trace.nodes[k];
    for (const i of flows(node)) {
      const operand = node.operation.nodes[i];
      if (node === output || node.received.length > 0) {
        operand.adjoint += scale(node, i, node.adjoint);
        operand.received.push({ node, operand: i });
      }
    }
  }
}

/** Numbers of an array, or one number, as what a tape takes, marked by the nodes of the trace. */
function operand(type, value, path, mark) {
  if (value === null || !type.endsWith('[]')) return [value, value === null ? undefined : mark(path, value)];
  const inner = type.slice(0, -2);
  const letter = { boolean: 'Z', byte: 'B', short: 'S', char: 'C', int: 'I', long: 'J', float: 'F', double: 'D' }[type.replace(/\[\]/g, '')];
  const array = new JavaArray(letter + (type.match(/\[\]/g) || []).length, []);
  value.forEach((element, i) => {
    const [inside, node] = operand(inner, element, `${path}[${i}]`, mark);
    array.elements.push(inside);
    array.marks.push(node);
  });
  return [array, undefined];
}

/** All scalars in an array, with their places. */
function* scalars(array, path = []) {
  if (array === null) return;
  for (let i = 0; i < array.elements.length; i++) {
    const element = array.elements[i];
    if (element instanceof JavaArray) yield* scalars(element, [...path, i]);
    else if (element !== null) yield { path: [...path, i], value: element, node: array.marks[i] };
  }
}

const isFloating = type => /^(double|float)/.test(type);
const brackets = path => path.map(i => `[${i}]`).join('');

/** Runs a method, as far as it goes, on these arguments. */
function evaluateMethod(method, values, statics) {
  const trace = new Trace(method);
  const operands = [];
  const marks = [];
  const inputs = [];
  const machine = new Machine(method.primal, statics, trace);
  let stop = null;
  let outputs = [];
  try {
    method.parameters.forEach((parameter, position) => {
      const mark = (path, value) => {
        if (!isFloating(parameter.type)) return undefined;
        const node = trace.input(parameter.name, path, value, parameter.active);
        if (parameter.active) inputs.push({ position, path: [...path.matchAll(/\d+/g)].map(Number), node });
        return node;
      };
      const [value, node] = operand(parameter.type, values[position], '', mark);
      operands.push(value);
      marks.push(node);
    });
    const [results, nodes] = machine.run(operands, marks);
    outputs = outputsOf(method, operands, results, nodes, inputs);
  } catch (failure) {
    stop = reason(failure);
  }
  return { method, values, statics, trace, machine, inputs, outputs, stop };
}

/** A result, and what was written into arrays. */
function outputsOf(method, operands, results, nodes, inputs) {
  const outputs = [];
  if (results[0] instanceof JavaArray) {
    for (const { path, value, node } of scalars(results[0])) outputs.push({ name: 'result' + brackets(path), position: -1, path, value, node });
  } else if (results.length && typeof results[0] === 'number') {
    outputs.push({ name: 'result', position: -1, path: [], value: results[0], node: nodes[0] });
  }
  const old = new Set(inputs.map(input => input.node));
  method.parameters.forEach((parameter, position) => {
    if (!parameter.active || !(operands[position] instanceof JavaArray) || operands[position] === results[0]) return;
    const all = [...scalars(operands[position])];
    if (all.some(({ node }) => !old.has(node))) {
      for (const { path, value, node } of all) outputs.push({ name: parameter.name + brackets(path), position, path, value, node });
    }
  });
  return outputs;
}

function reason(failure) {
  if (failure instanceof Stop) return failure.message;
  if (failure instanceof RangeError) return 'there is not enough memory for this';
  throw failure;
}

const at = (array, path) => path.reduce((inner, i) => inner.elements[i], array);

function put(array, path, value) {
  at(array, path.slice(0, -1)).elements[path[path.length - 1]] = value;
}

/** The generated tangent, run: the derivative of an output by an input, and the machine. */
function runTangent({ method, values, statics }, input, output) {
  const machine = new Machine(method.tangent, statics);
  return attempt(machine, () => {
    const operands = [];
    const tangents = method.parameters.map((parameter, position) => {
      const [value] = operand(parameter.type, values[position], '', () => undefined);
      operands.push(value);
      if (!parameter.active) return undefined;
      const isChosen = position === input.position;
      let tangent = isChosen && !input.path.length ? 1 : 0;
      if (parameter.type.endsWith('[]')) {
        tangent = zerosLike(value);
        if (isChosen) put(tangent, input.path, 1);
      }
      operands.push(tangent);
      return tangent;
    });
    const [results] = machine.run(operands);
    if (output.position >= 0) return at(tangents[output.position], output.path);
    return output.path.length ? at(results[1], output.path) : results[1];
  });
}

/** The generated adjoint, run: the same. */
function runAdjoint({ method, values, statics }, input, output) {
  const machine = new Machine(method.adjoint, statics);
  return attempt(machine, () => {
    const operands = [];
    let scalarsBefore = 0;
    const adjoints = method.parameters.map((parameter, position) => {
      const [value] = operand(parameter.type, values[position], '', () => undefined);
      operands.push(value);
      if (!parameter.active) return undefined;
      if (!parameter.type.endsWith('[]')) {
        if (position < input.position) scalarsBefore++;
        return undefined;
      }
      const adjoint = zerosLike(value);
      if (position === output.position) put(adjoint, output.path, 1);
      operands.push(adjoint);
      return adjoint;
    });
    const { parameters, types } = method.adjoint;
    if (operands.length < parameters.length) {
      const type = types[parameters[parameters.length - 1]];
      operands.push(type.length > 1 ? seedArray(method, values, statics, output) : output.position < 0 ? 1 : 0);
    }
    const [results] = machine.run(operands);
    if (input.path.length) return at(adjoints[input.position], input.path);
    const own = method.primal.body[1].length;
    return results[own + scalarsBefore];
  });
}

/** In the shape of the array that the method returns. */
function seedArray(method, values, statics, output) {
  const operands = method.parameters.map((parameter, i) => operand(parameter.type, values[i], '', () => undefined)[0]);
  const seeds = zerosLike(new Machine(method.primal, statics).run(operands)[0][0]);
  if (output.position < 0) put(seeds, output.path, 1);
  return seeds;
}

function attempt(machine, run) {
  try {
    return { machine, derivative: run(), stop: null };
  } catch (failure) {
    return { machine, stop: reason(failure) };
  }
}
