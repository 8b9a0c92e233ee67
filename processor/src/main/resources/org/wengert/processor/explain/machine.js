// Runs tapes. A watcher may follow what floating scalars do.

const MOST_STEPS = 2000000;

class JavaArray {
  /** Of scalars, each with what the watcher knows of it, or of arrays. */
  constructor(type, elements) {
    this.type = type;
    this.elements = elements;
    this.marks = [];
  }

  get component() {
    const rank = Number(this.type.slice(1)) - 1;
    return rank === 0 ? this.type[0] : this.type[0] + rank;
  }

  check(index) {
    if (!(index >= 0 && index < this.elements.length)) {
      throw new Stop(`the method throws ArrayIndexOutOfBoundsException: index ${index} of an array of length ${this.elements.length}`);
    }
  }
}

const zeroOf = type => type.length > 1 || type === 'L' ? null : type === 'Z' ? false : type === 'J' ? 0n : 0;

function newArray(type, lengths) {
  const [length, ...rest] = lengths;
  if (length < 0) throw new Stop('the method throws NegativeArraySizeException: ' + length);
  if (length > MOST_STEPS) throw new Stop(`an array of length ${length} is too large for this page`);
  const array = new JavaArray(type, []);
  for (let i = 0; i < length; i++) array.elements.push(rest.length ? newArray(array.component, rest) : zeroOf(array.component));
  return array;
}

/** New zeros in the same shape. */
function zerosLike(array) {
  if (array === null) return null;
  const zeros = array.elements.map(element => element instanceof JavaArray || element === null ? zerosLike(element) : zeroOf(array.component));
  return new JavaArray(array.type, zeros);
}

const NOBODY = { elementary: () => undefined, branch: () => {}, iteration: () => {} };

class Machine {
  /**
   * @param statics values of static fields by name
   * @param watcher is told of every floating result, and gives the mark that the value then carries
   */
  constructor(tape, statics = {}, watcher = NOBODY) {
    this.tape = tape;
    this.types = tape.types;
    this.statics = statics;
    this.watcher = watcher;
    this.values = [];
    this.marks = [];
    this.steps = 0;
  }

  /** The results: values, and their marks. */
  run(operands, marks = []) {
    this.define(this.tape.parameters, operands, marks);
    return this.block(this.tape.body);
  }

  block([operations, yields]) {
    for (const operation of operations) this.operation(operation);
    return [yields.map(v => this.values[v]), yields.map(v => this.marks[v])];
  }

  define(ids, values, marks) {
    ids.forEach((id, i) => this.set(id, values[i], marks[i]));
  }

  set(id, value, mark) {
    this.values[id] = value;
    this.marks[id] = mark;
  }

  array(id) {
    const array = this.values[id];
    if (array === null) throw new Stop('the method throws NullPointerException');
    return array;
  }

  operation([kind, number, results, operands, ...extra]) {
    if (++this.steps > MOST_STEPS) throw new Stop(`this takes more than ${MOST_STEPS.toLocaleString('en')} operations, too many for this page`);
    const result = results[0];
    const [x, y, z] = operands;
    switch (kind) {
      case 'Constant':
        return this.set(result, this.literal(this.types[result], extra[0]));
      case 'Elementary': {
        const values = operands.map(v => this.values[v]);
        const value = evaluate(extra[0], this.types[result], this.types[x], values);
        const isFloating = this.types[result] === 'D' || this.types[result] === 'F';
        return this.set(result, value, isFloating ? this.watcher.elementary(number, value, values, operands.map(v => this.marks[v]), extra[1]) : undefined);
      }
      case 'ReadStatic':
        return this.set(result, this.statics[extra[0]]);
      case 'Load': {
        const array = this.array(x);
        const index = this.values[y];
        array.check(index);
        return this.set(result, array.elements[index], array.marks[index]);
      }
      case 'Store': {
        const array = this.array(x);
        const index = this.values[y];
        array.check(index);
        array.elements[index] = this.stored(array.component, this.values[z]);
        array.marks[index] = this.marks[z];
        return undefined;
      }
      case 'Length':
        return this.set(result, this.array(x).elements.length);
      case 'NewArray':
        return this.set(result, newArray(this.types[result], operands.map(v => this.values[v])));
      case 'CloneArray': {
        const copy = new JavaArray(this.types[result], this.array(x).elements.slice());
        copy.marks = this.array(x).marks.slice();
        return this.set(result, copy);
      }
      case 'Acquire':
        return this.set(result, newArray(this.types[result], [this.values[x]]));
      case 'Reserve': {
        const buffer = this.array(x);
        while (buffer.elements.length < this.values[y]) buffer.elements.push(zeroOf(buffer.component));
        return this.set(result, buffer);
      }
      case 'Branch': {
        const condition = this.values[x];
        this.watcher.branch(number, condition);
        return this.define(results, ...this.block(extra[condition ? 0 : 1]));
      }
      case 'Loop':
        return this.loop(number, results, operands, ...extra);
      case 'Throw':
        throw new Stop('the method throws ' + simpleName(extra[0]));
      case 'Invoke':
        if (extra[0] === 'org.wengert.ArrayTwins.zerosLike') return this.set(result, zerosLike(this.values[x]));
        if (extra[0] === 'org.wengert.Differentiables.stopGradient' && !(this.values[x] instanceof JavaArray)) return this.set(result, this.values[x]);
        throw new Stop(`here ${simpleCall(extra[0])} is called, and the page does not follow calls that stay calls`);
      default:
        throw new Stop('here other generated code is called, which is not part of this page');
    }
  }

  loop(number, results, operands, carried, condition, body) {
    this.define(carried, operands.map(v => this.values[v]), operands.map(v => this.marks[v]));
    for (let iteration = 1; this.block(condition)[0][0]; iteration++) {
      this.watcher.iteration(number, iteration);
      this.define(carried, ...this.block(body));
    }
    this.define(results, carried.map(v => this.values[v]), carried.map(v => this.marks[v]));
  }

  literal(type, value) {
    if (type === 'J') return BigInt(value);
    return (type === 'D' || type === 'F') && typeof value === 'string' ? Number(value) : value;
  }

  stored(type, value) {
    const narrow = { B: 'TO_BYTE', S: 'TO_SHORT', C: 'TO_CHAR' }[type];
    return narrow ? CONVERSIONS[narrow](value) : value;
  }
}

const simpleName = qualified => qualified.slice(qualified.lastIndexOf('.') + 1);
const simpleCall = qualified => qualified.split('.').slice(-2).join('.');
