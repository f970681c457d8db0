finish(async function () {
  await settled();
  check("drill", texts(".drill code"), ["set training_worker_connected{worker=\"w1\"} to 0 from 2026-11-20T09:10:00Z to 2026-11-20T09:18:00Z: 1 series, 32 samples"]);
  check("sections", texts("section.section > header h2"), ["Timeline", "Noise", "Data"]);
});
