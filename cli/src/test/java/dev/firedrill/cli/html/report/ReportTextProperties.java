package dev.firedrill.cli.html.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever labels hold, they stay texts.
class ReportTextProperties {
  private static final List<String> NASTY =
      List.of(
          "</script>",
          "<script>",
          "<!--",
          "-->",
          "]]>",
          "\"",
          "'",
          "\\",
          "&lt;",
          "&",
          "\u2028",
          "\u2029",
          "\u0000",
          "<img src=x onerror=alert(1)>",
          "@script@",
          "@data@",
          "javascript:",
          "\ud83d\ude00",
          "\n",
          "${x}");

  @Property(tries = 300)
  void staysAText(@ForAll("hostile") List<String> texts) throws IOException {
    String page = page(texts);
    String plain = page(List.of());

    assertThat(count(page, "<")).isEqualTo(count(plain, "<"));
    JsonNode json = SamplePage.json(page);
    List<String> read = new ArrayList<>();
    for (JsonNode index : json.at("/stacks/0/hostile")) {
      read.add(json.at("/texts/" + index.asInt()).asText());
    }
    assertThat(read).isEqualTo(texts);
  }

  private static String page(List<String> texts) throws IOException {
    StackReport stack =
        new StackReport("", new TimeRange(0, 1), ZoneOffset.UTC, List.of(new Hostile(texts)));
    StringBuilder page = new StringBuilder();
    new ReportPage("Replay", "1", List.of(stack)).write(page);
    return page.toString();
  }

  private record Hostile(List<String> texts) implements ReportSection {
    @Override
    public String name() {
      return "hostile";
    }

    @Override
    public void write(ReportData data) {
      data.json().array();
      texts.forEach(data::text);
      data.json().end();
    }
  }

  @Provide
  Arbitrary<List<String>> hostile() {
    Arbitrary<String> any = Arbitraries.strings().all().excludeChars(surrogates()).ofMaxLength(8);
    Arbitrary<String> piece = Arbitraries.oneOf(Arbitraries.of(NASTY), any);
    return piece.list().ofMaxSize(6).map(pieces -> String.join("", pieces)).list().ofMaxSize(5);
  }

  // Half a pair has no place in UTF-8; such texts cannot be read from files.
  private static char[] surrogates() {
    char[] all = new char[Character.MAX_LOW_SURROGATE - Character.MIN_HIGH_SURROGATE + 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = (char) (Character.MIN_HIGH_SURROGATE + i);
    }
    return all;
  }

  private static long count(String text, String part) {
    return text.chars().filter(c -> c == part.charAt(0)).count();
  }
}
