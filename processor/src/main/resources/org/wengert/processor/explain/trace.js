// The trace as the tables of textbooks: what was computed, and the same backwards and forwards.

const MOST_ROWS = 400;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const escaped = text => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A number with few digits. */
function short(x) {
  if (typeof x === 'bigint' || typeof x === 'boolean' || x === null) return String(x);
  if (x === 0 || Number.isInteger(x) && Math.abs(x) < 1e9) return String(x + 0);
  return String(Number(x.toPrecision(6))).replace('e+', 'e');
}

const number = x => x === undefined ? '' : `<data value="${x}" title="${x}">${short(x)}</data>`;

/** What an intermediate value is called, or its tangent or adjoint. */
function nameOf({ name }, ending = '') {
  const time = name.time > 1 ? '⁽' + [...String(name.time)].map(digit => SUPERSCRIPTS[digit]).join('') + '⁾' : '';
  return name.base + ending + name.path + time;
}

const operandName = (node, i) => node.operation.nodes[i] ? nameOf(node.operation.nodes[i]) : short(node.operation.operands[i]);

/** A text that speaks of {0}, {1} and {r}, filled in for a node. */
const filled = (text, node) => text.replace(/\{(\w)\}/g, (_, which) => which === 'r' ? nameOf(node) : operandName(node, Number(which)));

const formula = node => node.operation ? filled(node.trace.method.operations[node.operation.number][4], node) : '';

/** The partial derivative as a factor in front of something. */
function times(node, operand, other) {
  const { text, binding } = node.operation.partials[operand];
  if (text === '1') return other;
  if (text === '-1') return '-' + other;
  if (text === '' || binding === 0) { // a choice, or too long
    const slope = scale(node, operand, 1);
    return slope === 1 ? other : `${short(slope)} * ${other}`;
  }
  const factor = filled(text, node);
  return `${binding < 8 ? `(${factor})` : factor} * ${other}`;
}

const slopeText = (node, operand) => filled(node.operation.partials[operand].text, node);

const sum = terms => terms.join(' + ').replace(/\+ -/g, '- ');

function tangentText(node, input) {
  if (!node.isActive) return '';
  if (!node.operation) return node === input ? '1, since it moves' : '0';
  return sum(flows(node).map(i => times(node, i, nameOf(node.operation.nodes[i], 'Dot'))));
}

function adjointText(node, output) {
  if (!node.isActive) return '';
  const received = node.received.map(({ node: later, operand }) => times(later, operand, nameOf(later, 'Bar')));
  return sum(node === output ? ['1, the seed', ...received] : received);
}

function traceRow(entry, view) {
  if (entry.remark) {
    return `<tr class="remark" data-o="${entry.number}"><td colspan="8">line ${view.method.operations[entry.number][1]}: ${entry.remark}</td></tr>`;
  }
  const place = entry.operation ? view.method.operations[entry.operation.number][1] : '';
  const cells = [
    `<td class="line">${place || ''}</td>`,
    `<th scope="row">${escaped(nameOf(entry))}</th><td class="formula">${entry.operation ? '= ' + escaped(formula(entry)) : entry.isActive ? 'input' : 'input, held fixed'}</td>`,
    `<td class="value">${number(entry.value)}</td>`,
    `<td class="formula">${escaped(tangentText(entry, view.input.node))}</td><td class="value tangent">${number(entry.tangent)}</td>`,
    `<td class="formula">${escaped(adjointText(entry, view.output.node))}</td><td class="value adjoint">${number(entry.adjoint)}</td>`,
  ];
  return `<tr data-n="${entry.id}"${entry.operation ? ` data-o="${entry.operation.number}"` : ''}>${cells.join('')}</tr>`;
}

function traceTable(view, most = MOST_ROWS) {
  const { entries } = view.trace;
  const rows = entries.slice(0, most).map(entry => traceRow(entry, view));
  const more = entries.length > most ? `<p><button type="button" class="all">Show all ${entries.length.toLocaleString('en')} rows</button></p>` : '';
  return `<table><caption>All numbers. The trace and the tangents are computed from the first line to the last, the adjoints from the last to the first.</caption><thead><tr><th class="line">line</th><th colspan="2" scope="col">trace ↓</th><th scope="col" class="value">value</th>
    <th scope="col" colspan="2" class="tangent">tangent, Dot ↓ <small>how fast it changes as ${escaped(nameOf(view.input.node))} does</small></th>
    <th scope="col" colspan="2" class="adjoint">adjoint, Bar ↑ <small>how much ${escaped(view.output.name)} changes with it</small></th></tr></thead>
    <tbody>${rows.join('')}</tbody></table>${more}`;
}

/** All about one step, in words. */
function card(node, view) {
  const name = escaped(nameOf(node));
  if (!node.operation) {
    const about = node.isActive
      ? `<p><b class="adjoint">Backwards:</b> ${escaped(nameOf(node, 'Bar'))} = ${escaped(adjointText(node, view.output.node)) || 'nothing, since the output does not depend on it'} = ${number(node.adjoint)}, the derivative of ${escaped(view.output.name)} by ${name}.</p>`
      : '<p>It is held fixed: not a parameter by which the method is differentiated.</p>';
    return `<h3>${name} = ${number(node.value)}</h3><p>An input.</p>${about}`;
  }
  const line = view.method.operations[node.operation.number][1];
  const operands = flows(node);
  const slopes = operands.map(i => {
    const text = slopeText(node, i);
    const slope = number(scale(node, i, 1));
    return `<li>∂${name}/∂${escaped(operandName(node, i))} = ${text && !/^-?[\d.]+$/.test(text) ? escaped(text) + ' = ' : ''}${slope}</li>`;
  });
  const factor = x => x < 0 ? `(${short(x)})` : short(x);
  const forward = operands.map(i => `${factor(scale(node, i, 1))} · ${factor(node.operation.nodes[i].tangent)}`).join(' + ');
  const backward = operands.map(i => {
    const operand = node.operation.nodes[i];
    return `<li>${escaped(nameOf(operand, 'Bar'))} += ${escaped(times(node, i, nameOf(node, 'Bar')))} = ${number(scale(node, i, node.adjoint))}</li>`;
  });
  return `<h3>${name} = ${escaped(formula(node))} = ${number(node.value)}</h3>
    ${line ? `<p>Line ${line} of the file. ` : '<p>'}${operands.length ? 'Its partial derivatives, by what it is computed from:' : 'It does not depend on active parameters, so it has no derivatives.'}</p>
    ${operands.length ? `<ul>${slopes.join('')}</ul>
    <p><b class="tangent">Forwards</b> it changes at the rate ${escaped(nameOf(node, 'Dot'))} = ${escaped(tangentText(node, view.input.node))} = ${forward} = ${number(node.tangent)}.</p>
    <p><b class="adjoint">Backwards</b> it has the adjoint ${escaped(nameOf(node, 'Bar'))} = ${number(node.adjoint)}, and hands on:</p><ul>${backward.join('')}</ul>` : ''}`;
}
