
// The value that an alert watches, with its threshold, on the same time axis as the lanes above it.
const PLOT_HEIGHT = 168;

function chartOf(alert) {
  if (!alert.chart) { return null; }
  return alert.chart;
}
