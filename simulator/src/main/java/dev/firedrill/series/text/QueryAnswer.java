package dev.firedrill.series.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.SeriesStore;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Reads recorded series from an answer of Prometheus's query API: a vector or a matrix, as
/// `/api/v1/query` and `/api/v1/query_range` give them.
///
/// Where a matrix has its samples at steps, a step without a sample becomes a staleness marker: the
/// query found nothing then. Reading ends at the first error.
public final class QueryAnswer {
  private static final String CHECK = "data/json";
  private static final JsonFactory JSON = new JsonFactory();
  private static final BigDecimal LATEST = BigDecimal.valueOf(Long.MAX_VALUE / 1000);
  private static final BigDecimal EARLIEST = BigDecimal.valueOf(5, 4);

  private final SourceFile file;
  private final JsonParser json;
  private final AnswerSeries series = new AnswerSeries();
  private String status = "";
  private String error = "";
  private boolean found;

  private QueryAnswer(SourceFile file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /// Reads a file, plain or gzipped.
  ///
  /// @param path what diagnostics name
  /// @return the series, sorted by labels; nothing where an error was found
  /// @throws IOException if the file cannot be read
  public static Loaded<SeriesStore> read(Path file, String path) throws IOException {
    try (InputStream in = RecordedFile.open(file)) {
      return read(SourceFile.of(path, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  /// Reads a text.
  ///
  /// @return the series, sorted by labels; nothing where an error was found
  public static Loaded<SeriesStore> read(SourceFile file) {
    try (JsonParser json = JSON.createParser(file.text())) {
      QueryAnswer answer = new QueryAnswer(file, json);
      try {
        return new Loaded<>(answer.read(), List.of());
      } catch (Malformed e) {
        return answer.refused(e.text, e.place);
      } catch (JsonProcessingException e) {
        // Among them numbers of thousands of digits, and arrays a thousand levels deep.
        JsonLocation place = e.getLocation() == null ? json.currentLocation() : e.getLocation();
        String problem = "not JSON: " + String.valueOf(e.getOriginalMessage());
        return answer.refused(problem, (int) place.getCharOffset());
      }
    } catch (IOException e) {
      throw new IllegalStateException("a text that cannot be read", e);
    }
  }

  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final int place;

    Malformed(String text, int place) {
      super(text);
      this.text = text;
      this.place = place;
    }
  }

  private Loaded<SeriesStore> refused(String problem, int place) {
    int at = Math.clamp(place, 0, file.text().length());
    Diagnostic found =
        Diagnostic.error(CHECK, problem, new Location(file, Span.at(at)))
            .withHelp("read as an answer of Prometheus's query or query_range API");
    return new Loaded<>(null, List.of(found));
  }

  private SeriesStore read() throws IOException, Malformed {
    json.nextToken();
    if (json.currentToken() == null) {
      throw new Malformed("expected an answer of the query API, found nothing", 0);
    }
    expect(JsonToken.START_OBJECT, "an object");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "status" -> status = text("success or error");
        case "error" -> error = text("a text");
        case "data" -> data();
        default -> json.skipChildren();
      }
    }
    if (status.equals("error")) {
      throw new Malformed("the server answered with an error: " + error, 0);
    }
    if (!found) {
      throw new Malformed("no data.result in it", 0);
    }
    if (json.nextToken() != null) {
      throw malformed("more than one answer in the file");
    }
    return series.store();
  }

  private void data() throws IOException, Malformed {
    expect(JsonToken.START_OBJECT, "an object");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "resultType" -> resultType();
        case "result" -> result();
        default -> json.skipChildren();
      }
    }
  }

  private void resultType() throws IOException, Malformed {
    String type = text("a text");
    switch (type) {
      case "matrix", "vector" -> {}
      case "scalar", "string" ->
          throw malformed("a " + type + " has no series: query for a vector or a range");
      default -> throw malformed("unknown result type '" + type + "'");
    }
  }

  private void result() throws IOException, Malformed {
    found = true;
    expect(JsonToken.START_ARRAY, "a list of series");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(JsonToken.START_OBJECT, "a series");
      series.begin();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String key = json.currentName();
        json.nextToken();
        switch (key) {
          case "metric" -> series.labels(labels());
          case "value" -> sample();
          case "values" -> samples();
          case "histogram", "histograms" ->
              throw malformed("native histograms cannot be read from JSON");
          default -> json.skipChildren();
        }
      }
      series.end();
    }
  }

  private Labels labels() throws IOException, Malformed {
    expect(JsonToken.START_OBJECT, "labels");
    Labels.Builder labels = Labels.EMPTY.toBuilder();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      labels.set(name, text("the value of a label, as a text"));
    }
    return labels.build();
  }

  private void samples() throws IOException, Malformed {
    expect(JsonToken.START_ARRAY, "a list of samples");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      sample();
    }
  }

  private void sample() throws IOException, Malformed {
    expect(JsonToken.START_ARRAY, "a sample: [time, \"value\"]");
    json.nextToken();
    if (json.currentToken() == null || !json.currentToken().isNumeric()) {
      throw malformed("expected a time in seconds");
    }
    long time = millis();
    json.nextToken();
    series.sample(time, value());
    json.nextToken();
    expect(JsonToken.END_ARRAY, "the end of the sample");
  }

  // Written out, 1e999999999 has as many digits, and as many steps are needed to round
  // 1e-999999999.
  private long millis() throws IOException, Malformed {
    BigDecimal seconds;
    try {
      seconds = json.getDecimalValue();
    } catch (NumberFormatException e) {
      throw malformed("the time is out of range");
    }
    if (seconds.abs().compareTo(LATEST) > 0) {
      throw malformed("the time is out of range");
    }
    return seconds.abs().compareTo(EARLIEST) < 0
        ? 0
        : seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValue();
  }

  private double value() throws IOException, Malformed {
    String text = text("a value as a text, such as \"0.5\"");
    try {
      return GoNumber.parseFloat(text);
    } catch (GoFormatException e) {
      throw malformed("'" + text + "' is no number");
    }
  }

  private String text(String wanted) throws IOException, Malformed {
    expect(JsonToken.VALUE_STRING, wanted);
    return json.getText();
  }

  private void expect(JsonToken token, String wanted) throws Malformed {
    if (json.currentToken() != token) {
      throw malformed("expected " + wanted);
    }
  }

  private Malformed malformed(String text) {
    return new Malformed(text, (int) json.currentTokenLocation().getCharOffset());
  }
}
