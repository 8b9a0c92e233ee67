// Java's elementary operations. int, float and double are numbers, long is BigInt.

class Stop extends Error {}

const fits = (big, bits) => BigInt.asIntN(bits, big) === big;

function wrapped(type, big) {
  return type === 'J' ? BigInt.asIntN(64, big) : Number(BigInt.asIntN(32, big));
}

function exactly(type, big) {
  if (!fits(big, type === 'J' ? 64 : 32)) throw new Stop('the method throws ArithmeticException: overflow');
  return wrapped(type, big);
}

function toInteger(type, x) { // from a floating value: saturates
  if (Number.isNaN(x)) return type === 'J' ? 0n : 0;
  const bits = type === 'J' ? 63 : 31;
  const [low, high] = [-(2 ** bits), 2 ** bits];
  if (type === 'J') return x >= high ? 2n ** 63n - 1n : x <= low ? -(2n ** 63n) : BigInt(Math.trunc(x));
  return x >= high ? high - 1 : x <= low ? low : Math.trunc(x) + 0;
}

function toFloat(x) {
  if (typeof x !== 'bigint') return Math.fround(x);
  let [n, scale] = [x < 0n ? -x : x, 1];
  while (n >= 2n ** 53n) { // what is lost must still round as if it were there
    n = (n >> 1n) | (n & 1n);
    scale *= 2;
  }
  return Math.fround(Number(n) * scale * (x < 0n ? -1 : 1));
}

function divide(type, x, y, by) {
  if (y == 0) throw new Stop('the method throws ArithmeticException: / by zero');
  return wrapped(type, by(BigInt(x), BigInt(y)));
}

const floorDiv = (x, y) => (x - ((x % y) + y) % y) / y;
const ceilDiv = (x, y) => -floorDiv(-x, y);

const COMPARISONS = {
  LT: (x, y) => x < y, LE: (x, y) => x <= y, GT: (x, y) => x > y, GE: (x, y) => x >= y,
  EQ: (x, y) => x === y, NE: (x, y) => x !== y,
};

const CONVERSIONS = {
  TO_INT: (x, from) => from === 'J' ? wrapped('I', x) : toInteger('I', x),
  TO_LONG: (x, from) => from === 'F' || from === 'D' ? toInteger('J', x) : BigInt(x),
  TO_FLOAT: toFloat,
  TO_DOUBLE: x => Number(x),
  TO_BYTE: x => x << 24 >> 24, TO_SHORT: x => x << 16 >> 16, TO_CHAR: x => x & 0xffff,
  AS_BYTE: x => x, AS_SHORT: x => x, AS_CHAR: x => x,
};

const ON_INTS = {
  ADD: (x, y) => (x + y) | 0, SUB: (x, y) => (x - y) | 0, MUL: Math.imul,
  DIV: (x, y) => divide('I', x, y, (a, b) => a / b), REM: (x, y) => divide('I', x, y, (a, b) => a % b),
  NEG: x => -x | 0, COMPLEMENT: x => ~x, AND: (x, y) => x & y, OR: (x, y) => x | y, XOR: (x, y) => x ^ y,
  SHL: (x, y) => x << Number(BigInt(y) & 31n), SHR: (x, y) => x >> Number(BigInt(y) & 31n),
  USHR: (x, y) => (x >>> Number(BigInt(y) & 31n)) | 0,
};

const long = f => (x, y) => BigInt.asIntN(64, f(x, y));
const ON_LONGS = {
  ADD: long((x, y) => x + y), SUB: long((x, y) => x - y), MUL: long((x, y) => x * y),
  DIV: (x, y) => divide('J', x, y, (a, b) => a / b), REM: (x, y) => divide('J', x, y, (a, b) => a % b),
  NEG: long(x => -x), COMPLEMENT: x => ~x, AND: (x, y) => x & y, OR: (x, y) => x | y, XOR: (x, y) => x ^ y,
  SHL: long((x, y) => x << (BigInt(y) & 63n)), SHR: (x, y) => x >> (BigInt(y) & 63n),
  USHR: long((x, y) => BigInt.asUintN(64, x) >> (BigInt(y) & 63n)),
};

const ON_NUMBERS = {
  ADD: (x, y) => x + y, SUB: (x, y) => x - y, MUL: (x, y) => x * y, DIV: (x, y) => x / y, REM: (x, y) => x % y,
  NEG: x => -x, ABSORB: (x, y) => x === 0 ? x : x * y,
};

const ON_BOOLEANS = { NOT: x => !x, AND: (x, y) => x && y, OR: (x, y) => x || y, XOR: (x, y) => x !== y };

const isNegative = x => x < 0 || Object.is(x, -0);

/** The bits of a floating number, with which neighbours and exponents are found. */
function bitsOf(type, x) {
  const view = new DataView(new ArrayBuffer(8));
  if (type === 'F') {
    view.setFloat32(0, x);
    return BigInt(view.getInt32(0));
  }
  view.setFloat64(0, x);
  return view.getBigInt64(0);
}

function ofBits(type, bits) {
  const view = new DataView(new ArrayBuffer(8));
  if (type === 'F') {
    view.setInt32(0, Number(bits));
    return view.getFloat32(0);
  }
  view.setBigInt64(0, bits);
  return view.getFloat64(0);
}

function nextUp(type, x) {
  if (Number.isNaN(x) || x === Infinity) return x;
  return x === 0 ? ofBits(type, 1n) : ofBits(type, bitsOf(type, x) + (x > 0 ? 1n : -1n));
}

const nextDown = (type, x) => -nextUp(type, -x);

function nextAfter(type, x, towards) {
  if (Number.isNaN(x) || Number.isNaN(towards)) return NaN;
  return x === towards ? towards : x < towards ? nextUp(type, x) : nextDown(type, x);
}

function exponent(type, x) {
  const [bias, digits, mask] = type === 'F' ? [127, 23n, 0xffn] : [1023, 52n, 0x7ffn];
  return Number(bitsOf(type, x) >> digits & mask) - bias;
}

function ulp(type, x) {
  if (!Number.isFinite(x)) return Math.abs(x);
  return type === 'F' && Math.abs(x) >= 3.4028234663852886e38 || Math.abs(x) === Number.MAX_VALUE
    ? Math.abs(x) - nextDown(type, Math.abs(x))
    : nextUp(type, Math.abs(x)) - Math.abs(x);
}

function rint(x) {
  const below = Math.floor(x);
  const rounded = x - below < 0.5 || (x - below === 0.5 && below % 2 === 0) ? below : below + 1;
  return rounded === 0 && isNegative(x) ? -0 : Number.isFinite(x) ? rounded : x;
}

function ieeeRemainder(x, y) {
  if (!Number.isFinite(x) || Number.isNaN(y) || y === 0) return NaN;
  if (!Number.isFinite(y)) return x;
  const size = Math.abs(y);
  let rest = size <= Number.MAX_VALUE / 2 ? Math.abs(x) % (2 * size) : Math.abs(x);
  if (rest > size - rest) { // more than half
    rest -= size;
    if (rest > 0 && rest >= size - rest) rest -= size;
  }
  return isNegative(x) ? -rest : rest;
}

/** A finite double as a whole number of two to the power of -1074. */
function inSmallestUnits(x) {
  const bits = bitsOf('D', Math.abs(x));
  const power = bits >> 52n;
  const digits = bits & (2n ** 52n - 1n);
  const size = power === 0n ? digits : (digits | 2n ** 52n) << (power - 1n);
  return x < 0 ? -size : size;
}

/** The double nearest to n times two to the power of -2148, ties to even. */
function nearest(n) {
  const size = n < 0n ? -n : n;
  const length = BigInt(size.toString(2).length);
  const drop = length - 53n > 1074n ? length - 53n : 1074n; // not below the smallest double
  let kept = size >> drop;
  const rest = size & ((1n << drop) - 1n);
  const half = 1n << (drop - 1n);
  if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
  const power = Number(drop) - 2148;
  const result = power > 960 ? Number(kept) * 2 ** 960 * 2 ** (power - 960) : scaled('D', Number(kept), power);
  return n < 0n ? -result : result;
}

function fma(type, x, y, z) {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return x * y + z;
  if (!Number.isFinite(z)) return z; // though the product may overflow
  if (type === 'F') return Math.fround(roundToOdd(x * y, z)); // the product is exact
  const sum = inSmallestUnits(x) * inSmallestUnits(y) + (inSmallestUnits(z) << 1074n);
  return sum === 0n ? x * y + z : nearest(sum);
}

/** A sum whose last digit is odd where it is not exact, so that it can be rounded once more. */
function roundToOdd(x, y) {
  const sum = x + y;
  const other = sum - x;
  const error = x - (sum - other) + (y - other);
  if (error === 0 || !Number.isFinite(sum) || (bitsOf('D', sum) & 1n) === 1n) return sum;
  return error > 0 ? nextUp('D', sum) : nextDown('D', sum);
}

/** By powers of two, each exact but the last. */
function scaled(type, x, power) {
  let left = Math.max(-2200, Math.min(2200, power));
  let result = x;
  while (left > 1000) {
    result *= 2 ** 1000;
    left -= 1000;
  }
  while (left < -960 && Math.abs(result) >= 2 ** -60) { // stays normal, so this is exact
    result *= 2 ** -960;
    left += 960;
  }
  if (left < -1074) return isNegative(x) ? -0 : 0;
  result *= 2 ** left;
  return type === 'F' ? Math.fround(result) : result;
}

function clamp(type, value, low, high) {
  if (!(low <= high)) throw new Stop('the method throws IllegalArgumentException: clamp');
  return type === 'F' || type === 'D' ? Math.min(high, Math.max(value, low)) : value < low ? low : value > high ? high : value;
}

function roundToInteger(type, x) {
  return toInteger(type, Math.round(x));
}

const choose = (isBetter, inNumbers) => (type, x, y) => typeof x === 'bigint' ? (isBetter(x, y) ? x : y) : inNumbers(x, y);
const onIntegers = f => (type, ...operands) => wrapped(type, f(...operands.map(BigInt)));
const onIntegersExactly = f => (type, ...operands) => exactly(type, f(...operands.map(BigInt)));
const quotient = f => (type, x, y) => divide(type, x, y, f);

/** Functions of Math by their names, of the result's type and the operands. */
const FUNCTIONS = {
  abs: (type, x) => typeof x === 'bigint' ? wrapped(type, x < 0n ? -x : x) : type === 'I' ? Math.abs(x) | 0 : Math.abs(x),
  max: choose((x, y) => x > y, Math.max),
  min: choose((x, y) => x < y, Math.min),
  clamp,
  fma,
  IEEEremainder: (type, x, y) => ieeeRemainder(x, y),
  toRadians: (type, x) => x * 0.017453292519943295,
  toDegrees: (type, x) => x * 57.29577951308232,
  scalb: scaled,
  copySign: (type, x, y) => isNegative(y) ? -Math.abs(x) : Math.abs(x),
  nextAfter,
  nextUp,
  nextDown,
  signum: (type, x) => Math.sign(x),
  rint: (type, x) => rint(x),
  round: roundToInteger,
  ulp,
  floorDiv: quotient(floorDiv),
  floorMod: quotient((x, y) => x - floorDiv(x, y) * y),
  ceilDiv: quotient(ceilDiv),
  ceilMod: quotient((x, y) => x - ceilDiv(x, y) * y),
  addExact: onIntegersExactly((x, y) => x + y),
  subtractExact: onIntegersExactly((x, y) => x - y),
  multiplyExact: onIntegersExactly((x, y) => x * y),
  divideExact: (type, x, y) => { divide(type, x, y, (a, b) => a / b); return exactly(type, BigInt(x) / BigInt(y)); },
  incrementExact: onIntegersExactly(x => x + 1n),
  decrementExact: onIntegersExactly(x => x - 1n),
  negateExact: onIntegersExactly(x => -x),
  absExact: onIntegersExactly(x => x < 0n ? -x : x),
  toIntExact: onIntegersExactly(x => x),
  multiplyFull: onIntegers((x, y) => x * y),
  multiplyHigh: onIntegers((x, y) => x * y >> 64n),
  unsignedMultiplyHigh: onIntegers((x, y) => BigInt.asUintN(64, x) * BigInt.asUintN(64, y) >> 64n),
};

/** What an operation computes of its operands, given its name and the types of result and first operand. */
function evaluate(name, type, from, operands) {
  const [x, y, z] = operands;
  if (name === 'SELECT') return x ? y : z;
  if (name in CONVERSIONS) return CONVERSIONS[name](x, from);
  if (name in COMPARISONS) return COMPARISONS[name](x, y);
  if (name === name.toUpperCase()) {
    if (from === 'I') return ON_INTS[name](x, y);
    if (from === 'J') return ON_LONGS[name](x, y);
    if (from === 'Z') return ON_BOOLEANS[name](x, y);
    return from === 'F' ? Math.fround(ON_NUMBERS[name](x, y)) : ON_NUMBERS[name](x, y);
  }
  if (name === 'getExponent') return exponent(from, x);
  if (name in FUNCTIONS) return FUNCTIONS[name](type, ...operands);
  const result = Math[name](...operands);
  return type === 'F' ? Math.fround(result) : result;
}
