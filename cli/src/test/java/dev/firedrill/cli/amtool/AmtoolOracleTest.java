package dev.firedrill.cli.amtool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The same command lines by an installed amtool, of which 0.25 is known to work here: both streams
/// and the status are equal, once what 0.34 prints otherwise is set aside.
///
/// 0.25 draws trees with no-break spaces, and as Debian packages it, it has a server's address, of
/// which it warns.
@EnabledIfSystemProperty(named = "firedrill.oracles", matches = "true")
class AmtoolOracleTest {
  private static final String TREE =
      """
      route:
        receiver: def
        routes:
        - matchers: ['team="db"', 'sev=~"a|b"']
          receiver: db
          continue: true
          routes:
          - match_re: {q: z.*}
            match: {x: y}
            receiver: xy
        - receiver: rest
        - matchers: ['foo="b a\\"r"']
      receivers: [{name: def}, {name: db}, {name: xy}, {name: rest}]
      inhibit_rules: [{source_matchers: [a=b], target_matchers: [c=d], equal: [e]}]
      """;

  private static final Map<String, String> FILES =
      Map.of(
          "c.yml", TREE,
          "t.yml", TREE + "templates: ['t*.tmpl', 'none']\n",
          "u.yml", TREE + "templates: ['u*.tmpl']\n",
          "p.yml", TREE + "templates: ['[']\n",
          "bad.yml", "route: {receiver: a}\n",
          "keys.yml", "route: {receiver: a, receiver: b}\nfoo: 3\n",
          "empty.yml", "",
          "syntax.yml", "a: [\n",
          "t1.tmpl", "{{ define \"a\" }}x{{ .Status }}{{ end }}",
          "u1.tmpl", "\n{{ nothing }}");

  private static final List<String> LINES =
      List.of(
          "check-config c.yml t.yml u.yml p.yml bad.yml keys.yml empty.yml syntax.yml",
          "check-config c.yml",
          "check-config none.yml",
          "check-config .",
          "config routes --config.file=c.yml",
          "config routes show --config.file=c.yml",
          "config routes --config.file=bad.yml",
          "config routes test --config.file=bad.yml",
          "config routes test --config.file=c.yml team=db sev=a x=y q=zz",
          "config routes test --config.file=c.yml --tree team=db sev=a x=y q=zz",
          "config routes test --config.file=c.yml --tree",
          "config routes test --config.file=c.yml --verify.receivers=db,rest team=db sev=b",
          "config routes test --config.file=c.yml --verify.receivers=rest,db team=db sev=b",
          "config routes test --config.file=c.yml team",
          "config routes foo",
          "config routes show x",
          "config routes --foo",
          "foo",
          "template render --template.glob t1.tmpl --template.text {{template`a`.}}{{.Receiver}}",
          "template render --template.glob u1.tmpl --template.text x",
          "template render --template.glob [ --template.text x",
          "template render --template.glob none --template.text {{.Foo}}",
          "template render --template.glob none",
          "template render --template.glob x --template.text x --template.type pdf",
          "template render --template.glob x --template.text x --template.data none.json");

  @TestFactory
  Stream<DynamicTest> answersAsTheAmtoolThatIsInstalled(@TempDir Path folder) throws IOException {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    return LINES.stream()
        .map(line -> DynamicTest.dynamicTest(line, () -> compare(folder, line.split(" "))));
  }

  private static void compare(Path folder, String... words) throws Exception {
    AmtoolProgram got = AmtoolProgram.run(folder, words);
    assertThat(normalised(got)).isEqualTo(normalised(installed(folder, words)));
  }

  private static AmtoolProgram installed(Path folder, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("amtool"));
    command.addAll(List.of(words));
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int status = process.waitFor();
    return new AmtoolProgram(status, Files.readString(out), Files.readString(err));
  }

  private static String normalised(AmtoolProgram run) {
    String out = run.out().replace('\u00a0', ' ');
    String err = run.err().replaceAll("Warning: --config.file flag overrides .*\n", "");
    return run.status() + "\n" + out + "\n" + err;
  }
}
