// Draws the charts whose numbers the page carries, as SVG, in the colours of its style sheet, and again when these change.
(function () {
  'use strict';

  const charts = JSON.parse(document.getElementById('charts').textContent);
  const drawn = [];

  // What fits on paper between its margins.
  const PAPER_WIDTH = 640;

  // Axes of the same name end at the same value, so that charts above each other can be compared.
  const ends = {};
  for (const chart of charts) {
    const all = chart.series.flatMap(series => series.points.map(point => point[0]));
    ends[chart.x.name] = Math.max(ends[chart.x.name] || 0, Math.ceil(Math.max(...all)));
  }

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function number(value) {
    if (value === null || value === undefined) {
      return 'none';
    }
    const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 1 ? 1 : 3;
    return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  }

  // Of what is counted there is no half.
  function isCount(chart) {
    return chart.series.every(series => series.points.every(point => Number.isInteger(point[1])));
  }

  function axis(model, kind, narrow, whole) {
    const vertical = kind === 'y';
    return {
      type: model.log ? 'log' : 'value',
      name: model.name,
      nameLocation: vertical ? 'end' : 'middle',
      nameGap: vertical ? 14 : 28,
      nameTextStyle: { color: colour('--faint'), align: vertical ? 'left' : 'center' },
      min: vertical && !model.log ? 0 : undefined,
      max: vertical || model.log ? undefined : ends[model.name],
      minInterval: whole ? 1 : undefined,
      splitNumber: narrow ? 4 : 6,
      axisLine: { lineStyle: { color: colour('--rule') } },
      axisLabel: { color: colour('--faint'), formatter: value => value.toLocaleString('en'), hideOverlap: true },
      splitLine: { show: vertical, lineStyle: { color: colour('--rule') } }
    };
  }

  function marks(chart, narrow) {
    return {
      silent: true,
      symbol: 'none',
      animation: false,
      lineStyle: { color: colour('--faint'), type: 'dotted', width: 1.5 },
      label: {
        formatter: mark => mark.name,
        color: colour('--faint'),
        position: 'insideEndBottom',
        fontSize: narrow ? 10 : 12
      },
      data: chart.marks.map(mark => ({ name: mark.text, xAxis: mark.x }))
    };
  }

  function series(model) {
    const tone = colour('--tone-' + model.tone);
    const bars = model.shape === 'bars';
    return {
      name: model.name,
      type: bars ? 'bar' : 'line',
      data: model.points,
      color: tone,
      step: model.shape === 'steps' ? 'end' : false,
      symbol: model.points.length < 3 ? 'circle' : 'none',
      symbolSize: 5,
      barMaxWidth: 14,
      lineStyle: bars ? undefined : { width: 2, color: tone, type: model.shape === 'dashed' ? [5, 4] : 'solid' },
      emphasis: { disabled: true }
    };
  }

  function option(chart, narrow) {
    const ink = colour('--ink');
    return {
      animation: false,
      aria: { enabled: true },
      textStyle: { fontFamily: 'system-ui, sans-serif', color: ink },
      grid: { left: 8, right: 16, top: 64, bottom: 34, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 24, textStyle: { color: ink } },
      tooltip: {
        trigger: 'axis',
        confine: true,
        backgroundColor: colour('--card'),
        borderColor: colour('--rule'),
        textStyle: { color: ink },
        axisPointer: { label: { formatter: pointer => number(pointer.value) } },
        valueFormatter: number
      },
      xAxis: axis(chart.x, 'x', narrow, false),
      yAxis: axis(chart.y, 'y', narrow, isCount(chart)),
      series: chart.series.map((model, index) =>
        index === 0 && chart.marks.length > 0 ? { ...series(model), markLine: marks(chart, narrow) } : series(model))
    };
  }

  function draw(entry) {
    entry.view.setOption(option(entry.chart, entry.place.clientWidth < 480), true);
  }

  for (const chart of charts) {
    const place = document.getElementById(chart.id);
    const label = place.getAttribute('aria-label');
    place.replaceChildren();
    const entry = { chart, place, view: echarts.init(place, null, { renderer: 'svg' }) };
    drawn.push(entry);
    draw(entry);
    // The library's own description lists numbers; what the chart is about comes first.
    place.setAttribute('aria-label', label + '. ' + (place.getAttribute('aria-label') || ''));
    new ResizeObserver(() => {
      entry.view.resize();
      draw(entry);
    }).observe(place);
  }

  // What another script of the page has to draw instead, over the same axis.
  document.addEventListener('redraw', event => {
    for (const entry of drawn.filter(each => each.chart.id === event.detail.id)) {
      entry.chart.series = event.detail.series;
      entry.chart.marks = event.detail.marks;
      draw(entry);
    }
  });

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawn.forEach(draw));
  function resizeAll(width) {
    for (const entry of drawn) {
      entry.view.resize({ width });
      draw(entry);
    }
  }

  addEventListener('beforeprint', () => resizeAll(PAPER_WIDTH));
  addEventListener('afterprint', () => resizeAll('auto'));
}());
