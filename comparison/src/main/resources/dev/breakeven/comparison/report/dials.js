// Looks up what the engine billed for where the sliders stand, and shows it: as a table, as a sentence and in the chart of costs.
(function () {
  'use strict';

  const data = JSON.parse(document.getElementById('dials').textContent);
  const charts = JSON.parse(document.getElementById('charts').textContent);
  const form = document.getElementById('what-if');
  const costs = document.getElementById('what-if-costs');
  const result = document.getElementById('what-if-result');
  const inputs = [...form.querySelectorAll('input[type=range]')];
  const outputs = [...form.querySelectorAll('output')];
  const untouched = charts.find(chart => chart.id === 'cost');

  function stops() {
    return inputs.map(input => Number(input.value));
  }

  // The costs of a deployment for every number of requests, in cents.
  function row(deployment, at) {
    let index = 0;
    for (const slider of deployment.sliders) {
      index = index * data.sliders[slider].stops.length + at[slider];
    }
    const from = index * data.requests.length;
    return deployment.cents.slice(from, from + data.requests.length);
  }

  function dollars(cents) {
    return (cents / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  }

  function cell(name, text, style) {
    const element = document.createElement(name);
    element.textContent = text;
    element.className = style;
    return element;
  }

  function show() {
    const at = stops();
    const before = data.sliders.map(slider => slider.asItIs);
    inputs.forEach((input, i) => {
      const shown = data.sliders[i].stops[at[i]];
      outputs[i].textContent = shown;
      input.setAttribute('aria-valuetext', shown);
    });
    const now = data.deployments.map(deployment => ({
      deployment,
      cents: row(deployment, at)[at[0]],
      than: row(deployment, before)[before[0]]
    }));
    costs.replaceChildren(...now.map(({ deployment, cents, than }) => {
      const line = document.createElement('tr');
      const name = cell('th', deployment.name, 'tone-' + deployment.tone);
      name.scope = 'row';
      const more = cents - than;
      const change = more === 0 ? '' : (more > 0 ? '+' : '\u2212') + dollars(Math.abs(more));
      line.append(name, cell('td', dollars(cents), 'number'), cell('td', change, 'number'));
      return line;
    }));
    const least = now.reduce((one, other) => other.cents < one.cents ? other : one);
    result.textContent = now.length > 1
      ? least.deployment.name + ' is the cheapest at $' + dollars(least.cents) + ' a month.'
      : '$' + dollars(least.cents) + ' a month.';
    draw(at, before);
  }

  function draw(at, before) {
    const turned = at.some((stop, i) => i > 0 && stop !== before[i]);
    const series = turned
      ? data.deployments.map((deployment, i) => ({
        ...untouched.series[i],
        points: row(deployment, at).map((cents, j) => [data.requests[j], cents > 0 ? cents / 100 : null])
      }))
      : untouched.series;
    // Crossings are those of things as they are.
    const marks = turned || at[0] !== before[0]
      ? [{ x: data.requests[at[0]], text: 'these settings' }]
      : untouched.marks;
    document.dispatchEvent(new CustomEvent('redraw', { detail: { id: 'cost', series, marks } }));
  }

  form.addEventListener('input', show);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => queueMicrotask(() => {
    inputs.forEach((input, i) => { input.value = data.sliders[i].asItIs; });
    show();
  }));
  form.hidden = false;
  show();
}());
