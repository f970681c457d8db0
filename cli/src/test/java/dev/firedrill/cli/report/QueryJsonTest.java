package dev.firedrill.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotation;
import dev.firedrill.engine.Evaluation;
import dev.firedrill.engine.QueryResult;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryJsonTest {
  @Test
  void showsTenAnnotationsOfAKindAndTheNumberOfTheOthers() throws IOException {
    List<Annotation> many =
        IntStream.range(0, 13)
            .mapToObj(number -> new Annotation(number < 12, "no. " + number, Span.at(0)))
            .toList();
    StringBuilder json = new StringBuilder();
    new QueryJson("1", new Evaluation(new QueryResult.Scalar(0, 1), many)).write(json);
    assertThat(json.toString())
        .contains("no. 9 (1:1)\",\"2 more warning annotations omitted\"]")
        .doesNotContain("no. 10")
        .contains("\"infos\":[\"PromQL info: no. 12 (1:1)\"]");
  }
}
