package dev.firedrill.series.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads recorded series from an answer of Prometheus's query API: a vector or a matrix, as
/// `/api/v1/query` and `/api/v1/query_range` give them.
///
/// Where a matrix has its samples at steps, a step without a sample becomes a staleness marker: the
/// query found nothing then. So does it where a matrix of samples as recorded happens to be evenly
/// spaced: a scrape that failed ended the series in Prometheus, too. A matrix that says `samples`
/// under the key [#RECORDED] has its samples as they were recorded, staleness markers and all.
/// Reading ends at the first error.
public final class QueryAnswer {
  /// The key beside `status` that says what the samples of a matrix are.
  public static final String RECORDED = "firedrill";

  /// Its value where the matrix has all samples as they were recorded.
  public static final String SAMPLES = "samples";

  /// The key beside `values` of the times at which the series has staleness markers.
  public static final String STALE = "stale";

  private static final String CHECK = "data/json";
  private static final int MOST = 1 << 30;
  private static final JsonFactory JSON = new JsonFactory();
  private static final BigDecimal LATEST = BigDecimal.valueOf(TimeRange.MOST_MILLIS / 1000);
  private static final BigDecimal EARLIEST = BigDecimal.valueOf(5, 4);

  private final SourceFile file;
  private final JsonParser json;
  private final AnswerSeries series = new AnswerSeries();
  private String status = "";
  private String error = "";
  private boolean found;
  private boolean recorded;
  private final List<Diagnostic> remarks = new ArrayList<>();

  private QueryAnswer(SourceFile file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /// Reads a recording that is such an answer.
  ///
  /// @return the series, sorted by labels; nothing where an error was found. Remarks are no errors
  /// @throws IOException if it cannot be read
  static Loaded<SeriesStore> read(RecordedBytes bytes, AnswerTimes times) throws IOException {
    try (InputStream in = bytes.open()) {
      byte[] read = in.readNBytes(MOST + 1);
      if (read.length > MOST) {
        throw new IOException(
            bytes.path()
                + ": more than 1 GiB of JSON, which is held in memory: ask for less at once");
      }
      String text = new String(read, StandardCharsets.UTF_8);
      return read(SourceFile.of(bytes.path(), text), times);
    }
  }

  /// Reads a text.
  ///
  /// @return the series, sorted by labels; nothing where an error was found. Remarks are no errors
  public static Loaded<SeriesStore> read(SourceFile file) {
    return read(file, AnswerTimes.AS_FOUND);
  }

  static Loaded<SeriesStore> read(SourceFile file, AnswerTimes times) {
    try (JsonParser json = JSON.createParser(file.text())) {
      QueryAnswer answer = new QueryAnswer(file, json);
      try {
        SeriesStore store = answer.read(times);
        return new Loaded<>(store, answer.remarks);
      } catch (Malformed e) {
        return answer.refused(e.text, e.place);
      } catch (JsonProcessingException e) {
        // Among them numbers of thousands of digits, and arrays a thousand levels deep.
        JsonLocation place = e.getLocation() == null ? json.currentLocation() : e.getLocation();
        String problem = "not JSON: " + Json.problem(e.getOriginalMessage());
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

  private SeriesStore read(AnswerTimes times) throws IOException, Malformed {
    json.nextToken();
    if (json.currentToken() == null) {
      throw new Malformed("expected an answer of the query API, found nothing", 0);
    }
    if (json.currentToken() == JsonToken.START_ARRAY) {
      // As promtool prints it: the result alone.
      result();
    } else {
      answer();
    }
    if (json.nextToken() != null) {
      throw malformed("more than one answer in the file");
    }
    return store(times);
  }

  private void answer() throws IOException, Malformed {
    expect(JsonToken.START_OBJECT, "an object");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "status" -> status = text("success or error");
        case "error" -> error = text("a text");
        case "data" -> data();
        case "warnings" -> warnings();
        case RECORDED -> recorded = text("a text").equals(SAMPLES);
        default -> json.skipChildren();
      }
    }
    if (status.equals("error")) {
      throw new Malformed("the server answered with an error: " + error, 0);
    }
    if (!found) {
      throw new Malformed("no data.result in it", 0);
    }
  }

  private SeriesStore store(AnswerTimes times) {
    if (recorded || times == AnswerTimes.SAMPLES) {
      return series.recorded();
    }
    SeriesStore store = series.store();
    if (series.endsMadeUp() > 0 && series.named()) {
      remark(
          Severity.INFO,
          "evenly spaced, so read as an answer of query_range: a series ends at a step without a"
              + " value ("
              + series.endsMadeUp()
              + "x); put #samples behind its name if it has samples as recorded");
    }
    return store;
  }

  private void warnings() throws IOException, Malformed {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    expect(JsonToken.START_ARRAY, "a list of texts");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      remark(Severity.WARNING, "the server warned: " + text("a text"));
    }
  }

  private void remark(Severity severity, String text) {
    Location start = new Location(file, Span.at(0));
    remarks.add(Diagnostic.of(CHECK, severity, text, start));
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
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
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
          case STALE -> stale();
          case "histogram" -> histogram();
          case "histograms" -> histograms();
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

  private void histograms() throws IOException, Malformed {
    expect(JsonToken.START_ARRAY, "a list of histograms");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      histogram();
    }
  }

  private void histogram() throws IOException, Malformed {
    expect(JsonToken.START_ARRAY, "a sample: [time, {histogram}]");
    json.nextToken();
    long time = time();
    json.nextToken();
    expect(JsonToken.START_OBJECT, "a histogram");
    AnswerHistogram histogram = new AnswerHistogram();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "count" -> histogram.count(value());
        case "sum" -> histogram.sum(value());
        case "buckets" -> buckets(histogram);
        case RECORDED -> histogram.notation(text("a histogram in series notation"));
        default -> json.skipChildren();
      }
    }
    try {
      series.histogram(time, histogram.histogram());
    } catch (IllegalArgumentException e) {
      throw malformed(String.valueOf(e.getMessage()));
    }
    json.nextToken();
    expect(JsonToken.END_ARRAY, "the end of the sample");
  }

  private void buckets(AnswerHistogram histogram) throws IOException, Malformed {
    expect(JsonToken.START_ARRAY, "a list of buckets");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(JsonToken.START_ARRAY, "a bucket: [bounds, \"lower\", \"upper\", \"count\"]");
      json.nextToken();
      expect(JsonToken.VALUE_NUMBER_INT, "a number from 0 to 3 for which bounds belong to it");
      int bounds = json.getValueAsInt();
      double[] numbers = new double[3];
      for (int i = 0; i < numbers.length; i++) {
        json.nextToken();
        numbers[i] = value();
      }
      histogram.bucket(bounds, numbers[0], numbers[1], numbers[2]);
      json.nextToken();
      expect(JsonToken.END_ARRAY, "the end of the bucket");
    }
  }

  private void stale() throws IOException, Malformed {
    expect(JsonToken.START_ARRAY, "a list of times");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      series.marker(time());
    }
  }

  private void sample() throws IOException, Malformed {
    expect(JsonToken.START_ARRAY, "a sample: [time, \"value\"]");
    json.nextToken();
    long time = time();
    json.nextToken();
    series.sample(time, value());
    json.nextToken();
    expect(JsonToken.END_ARRAY, "the end of the sample");
  }

  private long time() throws IOException, Malformed {
    if (json.currentToken() == null || !json.currentToken().isNumeric()) {
      throw malformed("expected a time in seconds");
    }
    return millis();
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
