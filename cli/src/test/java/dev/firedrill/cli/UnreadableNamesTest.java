package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names of files are bytes, and not all bytes are text.
class UnreadableNamesTest {
  private static final String GOOD =
      """
      groups:
      - name: workers
        rules:
        - {alert: WorkerLost, expr: worker_connected == 0, for: 5m}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeFiles() throws Exception {
    Assumptions.assumeTrue(
        "UTF-8".equals(System.getProperty("sun.jnu.encoding")), "a locale of UTF-8");
    Files.writeString(folder.resolve("good.yml"), GOOD);
    shell("touch \"$(printf 'notes\\351.md')\" \"$(printf 'notes\\350.md')\"");
  }

  @Test
  void whatNobodyReadsMayBeCalledAnything() {
    assertThat(run("rules", "check")).isZero();
    assertThat(out).hasToString("no findings in 1 file, 1 rule\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theOthersAreReadAndTheFailureIsTold() throws Exception {
    shell("cp good.yml \"$(printf 'caf\\351.yml')\"");
    shell("mkdir \"$(printf 'd\\351')\"; cp good.yml \"$(printf 'd\\351')/x.yml\"");
    assertThat(run("rules", "check")).isEqualTo(2);
    assertThat(out).hasToString("no findings in 1 file, 1 rule\n");
    assertThat(err)
        .hasToString(
            """
            firedrill: caf\uFFFD.yml: not read, as its name is not UTF-8: rename it
            firedrill: d\uFFFD/x.yml: not read, as its name is not UTF-8: rename it
            """);
  }

  @Test
  void aNameThatIsGivenIsSuspectedWhereItLeadsNowhere() {
    assertThat(run("rules", "check", "caf\uFFFD.yml")).isEqualTo(2);
    assertThat(err)
        .hasToString(
            "firedrill: caf\uFFFD.yml: no such file or folder,"
                + " or one whose name is not UTF-8: rename it\n");
  }

  @Test
  void globsInFilesSayWhyTheirFilesCannotBeRead() throws Exception {
    shell("echo '{{ define \"x\" }}y{{ end }}' > \"$(printf 'm\\351.tmpl')\"");
    shell("cp good.yml \"$(printf 'caf\\351.yml')\"");
    Files.writeString(
        folder.resolve("am.config"),
        """
        route: {receiver: a}
        receivers: [{name: a, webhook_configs: [{url: 'http://a.example.com'}]}]
        templates: ['*.tmpl']
        """);
    assertThat(run("routes", "lint", "am.config")).isEqualTo(2);
    assertThat(err.toString())
        .endsWith(
            "m\uFFFD.tmpl: no such file or folder, or one whose name is not UTF-8: rename it\n");
    err.getBuffer().setLength(0);
    String[] render = {"template", "render", "--template.glob=*.tmpl", "--template.text=y"};
    assertThat(run(render)).isOne();
    assertThat(err.toString()).endsWith("m\uFFFD.tmpl: its name is not UTF-8: rename it\n");
    Files.writeString(
        folder.resolve("some.test"),
        "rule_files: ['caf*.yml']\ntests: [{promql_expr_test: [{expr: '1', eval_time: 1m}]}]\n");
    assertThat(run("rules", "test", "some.test")).isOne();
    assertThat(out.toString())
        .contains("cannot read rule file 'caf\uFFFD.yml': its name is not UTF-8: rename it\n");
  }

  @Test
  void noFileHasANulInItsName() {
    assertThat(run("rules", "check", "a\0b.yml")).isEqualTo(2);
    assertThat(err).hasToString("firedrill: a\0b.yml: no file has a name with a NUL in it\n");
  }

  private int run(String... words) {
    return InProcess.run(folder, out, err, words);
  }

  private void shell(String command) throws Exception {
    Process process =
        new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }
}
