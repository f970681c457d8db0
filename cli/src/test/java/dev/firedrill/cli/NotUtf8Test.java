package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that are not in UTF-8: what the tools refuse is refused, where it is.
class NotUtf8Test {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String words) {
    return InProcess.run(folder, out, err, words.split(" ", -1));
  }

  private void writeLatin1(String name, String text) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource({
    "rules check rules.yml, '# caf\u00E9\ngroups: []\n'",
    "rules lint rules.yml, '# caf\u00E9\ngroups: []\n'",
    "rules test rules.yml, '# caf\u00E9\nrule_files: []\ntests: []\n'",
    "routes check rules.yml, '# caf\u00E9\nroute: {receiver: a}\nreceivers: [{name: a}]\n'",
    "routes lint rules.yml, '# caf\u00E9\nroute: {receiver: a}\nreceivers: [{name: a}]\n'",
  })
  void areRefusedByAllCommandsThatJudge(String words, String text) throws IOException {
    writeLatin1("rules.yml", text);

    assertThat(run(words)).isOne();
    assertThat(out.toString())
        .startsWith(
            "rules.yml:1:6: error[yaml/syntax] byte 0xE9 ('\u00E9' in Latin-1) is no UTF-8:"
                + " invalid trailing UTF-8 octet\n"
                + "1 | # caf\uFFFD\n"
                + "  |      ^\n"
                + "help: save the file in UTF-8\n");
  }

  @Test
  void areRefusedInTheWordsOfPromtool() throws IOException {
    writeLatin1("rules.yml", "# caf\u00E9\ngroups: []\n");

    assertThat(run("promtool check rules rules.yml")).isOne();
    assertThat(out + err.toString()).contains("rules.yml: yaml: invalid trailing UTF-8 octet\n");
  }

  @Test
  void areRefusedInTheWordsOfAmtool() throws IOException {
    writeLatin1("am.yml", "# \u0080\nroute: {receiver: a}\nreceivers: [{name: a}]\n");

    assertThat(run("amtool check-config am.yml")).isOne();
    assertThat(out + err.toString()).contains("yaml: invalid leading UTF-8 octet");
  }

  @Test
  void endCommandsThatNeedThem() throws IOException {
    writeLatin1("rules.yml", "# caf\u00E9\ngroups: []\n");
    writeLatin1(".firedrill.yml", "lint: {} # caf\u00E9\n");

    assertThat(run("rules list rules.yml")).isEqualTo(2);
    assertThat(run("config show")).isEqualTo(2);
    assertThat(err.toString()).contains(".firedrill.yml:1:15: error[yaml/syntax] byte 0xE9");
  }

  @Test
  void areReadInUtf16WhereTheyBeginSo() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0xFF);
    bytes.write(0xFE);
    String text = "groups: [{name: g, rules: [{record: 'a:b', expr: vector(1)}]}] # caf\u00E9\n";
    bytes.write(text.getBytes(StandardCharsets.UTF_16LE));
    Files.write(folder.resolve("rules.yml"), bytes.toByteArray());

    assertThat(run("rules check rules.yml")).isZero();
    assertThat(out).hasToString("no findings in 1 file, 1 rule\n");
    assertThat(run("promtool check rules rules.yml")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "'FFFE 6100 00DC 6200', unexpected low surrogate area",
    "'FEFF 0061 D800 0062', expected low surrogate area",
    "'FFFE 6100 00D8', incomplete UTF-16 surrogate pair",
    "'FEFF 0061 00', incomplete UTF-16 character",
  })
  void areToldWhatIsWrongWithTheirUtf16(String hex, String problem) throws IOException {
    Files.write(folder.resolve("rules.yml"), HexFormat.of().parseHex(hex.replace(" ", "")));

    assertThat(run("rules check rules.yml")).isOne();
    assertThat(out.toString())
        .startsWith(
            "rules.yml:1:2: error[yaml/syntax] this is no UTF-16: " + problem + "\n1 | a\uFFFD")
        .contains("help: save the file in UTF-8\n");
    assertThat(run("promtool check rules rules.yml")).isOne();
    assertThat(out + err.toString()).contains("rules.yml: yaml: " + problem + "\n");
  }
}
