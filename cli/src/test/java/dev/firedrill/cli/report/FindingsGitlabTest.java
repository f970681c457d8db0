package dev.firedrill.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.testkit.JsonSchema;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsGitlabTest {
  /// What GitLab documents of the reports that it takes.
  private static final String SCHEMA =
      """
      {"type": "array",
       "items": {
         "type": "object",
         "required": ["description", "check_name", "fingerprint", "severity", "location"],
         "additionalProperties": false,
         "properties": {
           "description": {"type": "string", "minLength": 1},
           "check_name": {"type": "string", "minLength": 1},
           "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
           "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
           "location": {
             "type": "object",
             "required": ["path", "lines"],
             "properties": {
               "path": {"type": "string", "pattern": "^[^./]"},
               "lines": {
                 "type": "object",
                 "required": ["begin"],
                 "properties": {"begin": {"type": "integer", "minimum": 1},
                                "end": {"type": "integer", "minimum": 1}}}}}}}}
      """;

  private static final String TEXT =
      SampleFindings.write(
          new FindingsGitlab(SampleFindings.judgement(), SampleFindings::relative));

  @Test
  void isWhatGitlabDocuments() {
    assertThat(JsonSchema.parse(SCHEMA).violations(TEXT)).isEmpty();
    assertThat(TEXT).doesNotContain(SampleFindings.SECRET);
  }

  @Test
  void isAnEmptyListWithoutFindings() {
    Judgement nothing = Judgement.of(List.of(), List.of("a.yml"), 0, List.of(), Masking.NONE);
    assertThat(SampleFindings.write(new FindingsGitlab(nothing, path -> path))).isEqualTo("[]\n");
  }

  @Test
  void tellsEqualFindingsApart() throws IOException {
    JsonNode report = new ObjectMapper().readTree(TEXT);
    Set<String> fingerprints = new HashSet<>();
    report.forEach(finding -> fingerprints.add(finding.at("/fingerprint").asText()));
    assertThat(fingerprints).hasSize(report.size()).hasSize(5);
    assertThat(report.at("/1/severity").asText()).isEqualTo("critical");
    assertThat(report.at("/1/location").toString())
        .isEqualTo("{\"path\":\"team a/rules,100%.yml\",\"lines\":{\"begin\":5,\"end\":5}}");
  }
}
