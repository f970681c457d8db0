package dev.firedrill.fuzz;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.script.Script;
import dev.firedrill.engine.script.ScriptReader;
import dev.firedrill.engine.script.ScriptRunner;
import dev.firedrill.labels.Utf8;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.rules.test.TestData;
import dev.firedrill.rules.test.UnitTest;
import dev.firedrill.rules.test.UnitTestFile;
import dev.firedrill.rules.test.UnitTestReader;
import dev.firedrill.rules.test.UnitTestRunner;
import dev.firedrill.series.text.QueryAnswer;
import dev.firedrill.series.text.TextFormat;
import dev.firedrill.series.text.TextRecording;
import dev.firedrill.testkit.fuzz.Fuzzing;
import dev.firedrill.testkit.fuzz.Fuzzing.Target;
import dev.firedrill.testkit.fuzz.Seeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Throws spoilt recordings, scripts and unit tests at what reads and runs them: no exception
/// escapes.
class FuzzTest {
  private static final Duration LONGEST = Duration.ofDays(1);

  @TestFactory
  List<DynamicTest> noInputMakesAReaderThrow() {
    List<byte[]> recordings = recordings();
    List<byte[]> scripts = Seeds.endingWith(".test");
    List<byte[]> tests = Seeds.endingWith("_test.yml");
    List<RuleGroup> groups = groups();
    return Fuzzing.tests(
        List.of(
            new Target("openmetrics", recordings, in -> read(in, TextFormat.OPENMETRICS)),
            new Target("exposition", recordings, in -> read(in, TextFormat.PROMETHEUS)),
            new Target("answer", answers(), in -> QueryAnswer.read(source("fuzz.json", in))),
            new Target("script", scripts, in -> ScriptReader.read(source("fuzz.test", in))),
            new Target("script-run", scripts, false, FuzzTest::runScript),
            new Target("test-data", tests, in -> data(in)),
            new Target("test-run", tests, false, in -> runTests(in, groups))));
  }

  private static SourceFile source(String name, byte[] input) {
    return SourceFile.of(name, Utf8.decode(input));
  }

  private static void read(byte[] input, TextFormat format) throws IOException {
    TextRecording.read("fuzz.om", new ByteArrayInputStream(input), format);
  }

  private static void runScript(byte[] input) {
    Script script = ScriptReader.read(source("fuzz.test", input)).value();
    if (script != null) {
      new ScriptRunner().run(script);
    }
  }

  private static void data(byte[] input) {
    TestData.read(source("fuzz_test.yml", input), Path.of("none"), null);
  }

  private static void runTests(byte[] input, List<RuleGroup> groups) {
    UnitTestFile file = UnitTestReader.read(source("fuzz_test.yml", input)).value();
    if (file == null) {
      return;
    }
    UnitTestRunner runner =
        new UnitTestRunner(
                file,
                groups,
                (test, engine, series) ->
                    new RuleTexts(engine, series, test.externalLabels(), test.externalUrl(), false))
            .ofNeededRules();
    boolean fine = file.evaluationInterval().compareTo(Duration.ofSeconds(1)) >= 0;
    for (UnitTest test : file.tests()) {
      if (fine && test.lastTime().compareTo(LONGEST) < 0) {
        runner.run(test);
      }
    }
  }

  private static List<RuleGroup> groups() {
    List<RuleGroup> groups = new ArrayList<>();
    for (byte[] text : Seeds.endingWith("rules.yml", "alerts.yml", "records.yml")) {
      RuleFile file =
          RuleFiles.read(source("rules.yml", text), RuleFileOptions.DEFAULT).loaded().value();
      if (file != null) {
        groups.addAll(file.groups());
      }
    }
    return groups;
  }

  private static List<byte[]> recordings() {
    List<byte[]> seeds = new ArrayList<>(Seeds.endingWith(".om", ".prom"));
    for (String text : RECORDINGS) {
      seeds.add(text.getBytes(StandardCharsets.UTF_8));
    }
    return seeds;
  }

  private static List<byte[]> answers() {
    List<byte[]> seeds = new ArrayList<>();
    for (String text : ANSWERS) {
      seeds.add(text.getBytes(StandardCharsets.UTF_8));
    }
    return seeds;
  }

  private static final List<String> RECORDINGS =
      List.of(
          """
          # HELP http_requests_total All of them.\\nWith a line.
          # TYPE http_requests_total counter
          http_requests_total{code="200",path="/a\\"b\\\\c\\n"} 1027 1395066363000
          http_requests_total{code="400",} 3 1395066363000

          # TYPE latency histogram
          latency_bucket{le="0.05"} 24054
          latency_bucket{le="+Inf"} 144320
          latency_sum 5.3e+4
          latency_count 144320
          metric_without_timestamp_and_labels 12.47
          something_weird{problem="division by zero"} +Inf -3982045
          {"quoted.name", label="ü"} NaN 1
          """,
          """
          # TYPE acme_http_router_request_seconds summary
          # UNIT acme_http_router_request_seconds seconds
          # HELP acme_http_router_request_seconds Latency though all of ACME's HTTP request router.
          acme_http_router_request_seconds_sum{path="/api/v1",method="GET"} 9036.32
          acme_http_router_request_seconds_count{path="/api/v1",method="GET"} 807283.0
          acme_http_router_request_seconds_created{path="/api/v1",method="GET"} 1605281325.0
          # TYPE foo counter
          foo_total 17.0 1520879607.789 # {trace_id="KOO5S4vxi0o"} 0.67 1520879607.789
          foo_created 1520430000.123
          # TYPE go_goroutines gauge
          go_goroutines 69 1
          go_goroutines 70 2
          # EOF
          """);

  private static final List<String> ANSWERS =
      List.of(
          """
          {"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"up",
          "job":"a"},"values":[[1435781430.781,"1"],[1435781445.781,"NaN"],[1435781460,"+Inf"]],
          "histograms":[[1435781430.781,{"count":"60","sum":"33897984","buckets":
          [[0,"0.5","0.7","1"],[3,"-0.1","0.1","2"]]}]]}]},"warnings":["w"],"infos":[]}
          """,
          """
          {"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"up"},
          "value":[1435781451.781,"1"]},{"metric":{},"value":[1435781451.781,"-Inf"]}]}}
          """,
          """
          {"status":"error","errorType":"bad_data","error":"no \\u00e4 \\ud83d\\ude00"}
          """,
          """
          {"data":{"resultType":"scalar","result":[1435781451.781,"1"]},"status":"success"}
          """);
}
