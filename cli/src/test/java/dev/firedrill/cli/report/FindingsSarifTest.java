package dev.firedrill.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.testkit.JsonSchema;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class FindingsSarifTest {
  private static final String TEXT =
      SampleFindings.write(
          new FindingsSarif(SampleFindings.judgement(), "0.1.0-test", SampleFindings::relative));

  private final JsonNode run = read(TEXT).at("/runs/0");

  @Test
  void isValidByTheSchemaOfItsStandard() throws IOException {
    assertThat(schema().violations(TEXT)).isEmpty();
    Judgement nothing = Judgement.of(List.of(), List.of("a.yml"), 0, List.of(), Masking.NONE);
    String empty = SampleFindings.write(new FindingsSarif(nothing, "1", path -> path));
    assertThat(schema().violations(empty)).isEmpty();
    assertThat(schema().violations(TEXT.replace("\"level\": \"note\"", "\"level\": \"remark\"")))
        .isNotEmpty();
  }

  @Test
  void saysOfEachRuleWhatItIsAbout() {
    for (JsonNode rule : run.at("/tool/driver/rules")) {
      assertThat(rule.at("/help/text").asText()).contains(rule.at("/id").asText());
      assertThat(rule.at("/help/markdown").asText()).contains(rule.at("/helpUri").asText());
      assertThat(URI.create(rule.at("/helpUri").asText())).hasScheme("https");
      assertThat(rule.at("/shortDescription/text").asText()).isNotEmpty();
      assertThat(rule.at("/name").asText()).matches("[A-Z][A-Za-z]+");
    }
    assertThat(texts(run.at("/tool/driver/rules"), "/id"))
        .containsExactly("annotation/runbook", "for/missing", "made/up", "threshold/bool");
  }

  @Test
  void pointsFromResultsToRules() {
    for (JsonNode result : run.at("/results")) {
      JsonNode rule = run.at("/tool/driver/rules/" + result.at("/ruleIndex").asInt());
      assertThat(rule.at("/id")).isEqualTo(result.at("/ruleId"));
    }
    assertThat(texts(run.at("/results"), "/level"))
        .containsExactly("note", "error", "warning", "note", "note", "note", "note");
  }

  @Test
  void givesEachResultItsPlaceAndAFingerprintOfItsOwn() {
    assertThat(texts(run.at("/results"), "/locations/0/physicalLocation/artifactLocation/uri"))
        .containsOnly("team%20a/rules,100%25.yml");
    assertThat(texts(run.at("/results"), "/partialFingerprints/firedrillFinding~1v1"))
        .doesNotHaveDuplicates()
        .allMatch(print -> print.matches("[0-9a-f]{32}"));
    JsonNode region = run.at("/results/1/locations/0/physicalLocation/region");
    assertThat(region)
        .hasToString("{\"startLine\":5,\"startColumn\":29,\"endLine\":5,\"endColumn\":33}");
    assertThat(run.at("/results/1/relatedLocations/0/message/text").asText())
        .isEqualTo("an alert of this name");
    assertThat(run.at("/results/1/message/text").asText())
        .isEqualTo(SampleFindings.AWKWARD + "\nhelp: leave out `bool`");
  }

  @Test
  void offersFixesButNoneThatHoldsASecret() {
    JsonNode fixes = run.at("/results/1/fixes");
    assertThat(texts(fixes, "/description/text")).containsExactly("remove `bool`");
    assertThat(fixes.at("/0/artifactChanges/0/replacements/0/insertedContent/text").asText())
        .isEmpty();
    assertThat(TEXT).doesNotContain(SampleFindings.SECRET);
  }

  @Test
  void namesWhatIsSkipped() {
    JsonNode notification = run.at("/invocations/0/toolExecutionNotifications/0");
    assertThat(notification.at("/message/text").asText())
        .isEqualTo("skipped: Helm or Jinja template");
    assertThat(notification.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("chart.yml");
  }

  @Test
  void keepsWhatIsSilenced() {
    assertThat(run.at("/results/5/suppressions").toString())
        .isEqualTo(
            "[{\"kind\":\"inSource\",\"justification\":\"firedrill: ignore=for/missing it is"
                + " fine\"}]");
    assertThat(run.at("/results/6/suppressions").toString()).isEqualTo("[{\"kind\":\"external\"}]");
  }

  private static List<String> texts(JsonNode list, String pointer) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(node -> node.at(pointer).asText())
        .toList();
  }

  private static JsonNode read(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonSchema schema() throws IOException {
    try (var stream = SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchema.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
