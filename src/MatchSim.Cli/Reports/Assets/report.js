"use strict";
(() => {
  const charts = [...document.querySelectorAll(".chart")];
  const read = chart => JSON.parse(document.getElementById("data-" + chart.id).textContent);

  const config = chart => ({
    responsive: true,
    displaylogo: false,
    // Nothing of a report leaves it: no button that uploads the chart, and nowhere to upload it to.
    plotlyServerURL: "",
    showSendToCloud: false,
    modeBarButtonsToRemove: ["sendChartToCloud", "sendDataToCloud", "select2d", "lasso2d", "autoScale2d"],
    toImageButtonOptions: { format: "svg", filename: chart.id, width: 1000, height: 560 },
  });

  const drawn = Promise.all(charts.map(chart => {
    const figure = read(chart);
    return Plotly.newPlot(chart, figure.data, figure.layout, config(chart));
  }));

  // A chart as an image carries its title, which the page shows above it.
  window.chartImage = async (id, format, width, height, scale) => {
    await drawn;
    const chart = document.getElementById(id);
    const { data, layout } = read(chart);
    const title = document.createElement("span");
    title.textContent = chart.dataset.title;
    layout.title = {
      text: `<b>${title.innerHTML}</b>`, font: { size: 17 },
      x: 0.02, xanchor: "left", yref: "container", y: 1, yanchor: "top", pad: { t: 16 },
    };
    layout.margin.t += 44;
    return Plotly.toImage({ data, layout: { ...layout, width, height } }, { format, width, height, scale });
  };

  const opened = new Set();
  window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details:not([open])")) {
      details.open = true;
      opened.add(details);
    }
    charts.forEach(chart => Plotly.relayout(chart, { width: 680 }));
  });
  window.addEventListener("afterprint", () => {
    opened.forEach(details => { details.open = false; });
    opened.clear();
    charts.forEach(chart => Plotly.relayout(chart, { width: null, autosize: true }));
  });
  document.addEventListener("toggle", event => {
    if (event.target.open) {
      event.target.querySelectorAll(".chart").forEach(chart => Plotly.Plots.resize(chart));
    }
  }, true);

  drawn.then(() => document.documentElement.classList.add("drawn"));
})();
