// The computational graph, from inputs on the left to the output on the right.

const MOST_DRAWN = 150;
const BOX = { width: 104, height: 40, across: 164, down: 58 };

const activeOperands = node => [...new Set(flows(node).map(i => node.operation.nodes[i]))];

/** Nodes near one of them, nearest first. */
function neighbourhood(trace, centre) {
  const users = new Map();
  for (const node of trace.nodes) {
    for (const operand of activeOperands(node)) {
      if (!users.has(operand)) users.set(operand, []);
      users.get(operand).push(node);
    }
  }
  const near = new Set([centre]);
  for (const node of near) { // a set is visited in order, while it grows
    if (near.size >= 24) break;
    for (const other of [...activeOperands(node), ...(users.get(node) || []).slice(0, 6)]) near.add(other);
  }
  return near;
}

/** Columns by the longest way from an input; an input stands before its first use. */
function columnsOf(nodes) {
  const places = new Map();
  for (const node of nodes) {
    const operands = activeOperands(node).filter(operand => places.has(operand));
    places.set(node, { node, operands, column: operands.reduce((most, operand) => Math.max(most, places.get(operand).column + 1), 0), last: 0, first: Infinity });
  }
  for (const { operands, column } of places.values()) {
    for (const operand of operands) {
      const place = places.get(operand);
      place.last = Math.max(place.last, column);
      place.first = Math.min(place.first, column);
    }
  }
  for (const place of places.values()) {
    if (!place.operands.length && place.first < Infinity) place.column = place.first - 1;
  }
  return places;
}

/**
 * Where everything stands: nodes, and in the columns between a node and its last user a way for its
 * edges. In a column by the middle of what comes before, then of what comes after, and once more.
 */
function layout(nodes) {
  const places = columnsOf(nodes);
  const columns = [];
  const put = place => (columns[place.column] = columns[place.column] || []).push(place);
  for (const place of places.values()) {
    put(place);
    place.ways = [];
    for (let column = place.column + 1; column < place.last; column++) {
      place.ways.push({ column, before: [place.ways[place.ways.length - 1] || place] });
      put(place.ways[place.ways.length - 1]);
    }
    place.before = place.operands.map(operand => {
      const from = places.get(operand);
      return from.ways[place.column - from.column - 2] || from;
    });
  }
  for (const place of columns.flat()) {
    for (const before of place.before) (before.after = before.after || []).push(place);
  }
  const heightOf = place => place.node ? BOX.down : BOX.down / 2;
  const heights = columns.map(column => column.reduce((total, place) => total + heightOf(place), 0));
  const tallest = Math.max(...heights, BOX.down);
  const arrange = (column, i, neighbours) => {
    const middle = (place, k) => {
      const all = neighbours(place) || [];
      return all.length ? all.reduce((total, { y }) => total + y, 0) / all.length : place.y ?? k * BOX.down;
    };
    const ordered = column.map((place, k) => [middle(place, k), place.y ?? k, place]).sort(([m, k], [n, l]) => m - n || k - l);
    let top = (tallest - heights[i]) / 2;
    for (const [, , place] of ordered) {
      place.x = 10 + i * BOX.across;
      place.y = 10 + top + heightOf(place) / 2;
      top += heightOf(place);
    }
  };
  columns.forEach((column, i) => arrange(column, i, place => place.before));
  for (let i = columns.length - 2; i >= 0; i--) arrange(columns[i], i, place => place.after);
  columns.slice(1).forEach((column, i) => arrange(column, i + 1, place => place.before));
  return { places, width: 20 + (columns.length - 1) * BOX.across + BOX.width, height: 20 + tallest };
}

function edge(from, to, operands) {
  const { node } = to;
  const ways = from.ways.slice(0, to.column - from.column - 1);
  let [x, y] = [from.x + BOX.width, from.y];
  let path = `M${x} ${y}`;
  for (const next of [...ways, to]) {
    const bend = (next.x - x) / 2;
    path += `C${x + bend} ${y} ${next.x - bend} ${next.y} ${next.x} ${next.y}`;
    if (!next.node) path += `H${next.x + BOX.width}`;
    [x, y] = [next.x + BOX.width, next.y];
  }
  const start = ways[ways.length - 1] || from;
  const middle = to.x - 0.4 * (BOX.across - BOX.width); // there the curve is at 0.65 of its height
  const slope = operands.reduce((total, i) => total + scale(node, i, 1), 0);
  return `<g class="edge" data-to="${node.id}"><path d="${path}"/><text x="${middle}" y="${start.y + (to.y - start.y) * 0.65 - 4}">${short(slope)}</text></g>`;
}

function graph(view, centre) {
  const active = view.trace.nodes.filter(node => node.isActive);
  const isWhole = active.length <= MOST_DRAWN;
  const near = isWhole ? null : neighbourhood(view.trace, centre);
  const nodes = isWhole ? active : active.filter(node => near.has(node));
  const { places, width, height } = layout(nodes);
  const edges = [...places.values()].flatMap(to => to.operands.map(operand => edge(places.get(operand), to, flows(to.node).filter(i => to.node.operation.nodes[i] === operand))));
  const boxes = nodes.map(node => {
    const { x, y } = places.get(node);
    const kind = node.operation ? node === view.output.node ? 'output' : '' : 'input';
    const about = `${nameOf(node)}${node.operation ? ' = ' + formula(node) : ', an input'}, value ${short(node.value)}`;
    return `<g class="node ${kind}" data-n="${node.id}"${node.operation ? ` data-o="${node.operation.number}"` : ''} role="img" aria-label="${escaped(about)}" transform="translate(${x} ${y - BOX.height / 2})">
      <title>${escaped(about)}</title><rect width="${BOX.width}" height="${BOX.height}" rx="6"/><text x="${BOX.width / 2}" y="16">${escaped(nameOf(node))}</text><text class="number" x="${BOX.width / 2}" y="32">${short(node.value)}</text></g>`;
  });
  const said = isWhole ? '<p>What is computed from what. Beside the lines stand the partial derivatives.</p>' : `<p>The graph has ${active.length.toLocaleString('en')} nodes. This is the neighbourhood of ${escaped(nameOf(centre))}; point at another step to see its own.</p>`;
  return `${said}<svg viewBox="0 0 ${width} ${height}" style="max-width:${width}px;min-width:${Math.round(0.7 * width)}px" role="group" aria-label="computational graph">${edges.join('')}${boxes.join('')}</svg>`;
}
