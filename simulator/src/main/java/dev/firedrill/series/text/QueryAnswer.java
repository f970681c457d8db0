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
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
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
  private static final JsonFactory JSON = new JsonFactory();

  private final String path;
  private final AnswerJson json;
  private final AnswerSeries series;
  private String status = "";
  private String error = "";
  private boolean found;
  private boolean recorded;
  private final List<Diagnostic> remarks = new ArrayList<>();

  private QueryAnswer(String path, AnswerJson json, long room) {
    this.path = path;
    this.json = json;
    series = new AnswerSeries(room);
  }

  /// Reads a recording that is such an answer. Of a large one the samples go to a temporary file,
  /// so that memory is taken for the names of series only.
  ///
  /// @return the series, sorted by labels; nothing where an error was found. Remarks are no errors
  /// @throws IOException if it cannot be read
  static Loaded<SeriesSource> readAll(RecordedBytes bytes, AnswerTimes times) throws IOException {
    return read(text(bytes), times, SampleCollector.ROOM);
  }

  /// Reads a recording that is such an answer into memory.
  ///
  /// @return the series, sorted by labels; nothing where an error was found. Remarks are no errors
  /// @throws IOException if it cannot be read
  static Loaded<SeriesStore> read(RecordedBytes bytes) throws IOException {
    return inMemory(read(text(bytes), AnswerTimes.AS_FOUND, Long.MAX_VALUE));
  }

  private static AnswerText text(RecordedBytes bytes) {
    return new AnswerText(
        bytes.path(), () -> new InputStreamReader(bytes.openOnce(), StandardCharsets.UTF_8));
  }

  /// Reads a text.
  ///
  /// @return the series, sorted by labels; nothing where an error was found. Remarks are no errors
  public static Loaded<SeriesStore> read(SourceFile file) {
    return read(file, AnswerTimes.AS_FOUND);
  }

  static Loaded<SeriesStore> read(SourceFile file, AnswerTimes times) {
    AnswerText text = new AnswerText(file.path(), () -> new StringReader(file.text()));
    try {
      return inMemory(read(text, times, Long.MAX_VALUE));
    } catch (IOException e) {
      throw new IllegalStateException("a text that cannot be read", e);
    }
  }

  private static Loaded<SeriesStore> inMemory(Loaded<SeriesSource> read) {
    return new Loaded<>((SeriesStore) read.value(), read.diagnostics());
  }

  static Loaded<SeriesSource> read(AnswerText text, AnswerTimes times, long room)
      throws IOException {
    try (JsonParser json = JSON.createParser(text.open())) {
      QueryAnswer answer = new QueryAnswer(text.path(), new AnswerJson(json), room);
      try {
        return new Loaded<>(answer.read(times), answer.remarks);
      } catch (MalformedAnswer e) {
        return refused(e.text(), text.place(e.place()));
      } catch (JsonProcessingException e) {
        // Among them numbers of thousands of digits, and arrays a thousand levels deep.
        JsonLocation place = e.getLocation() == null ? json.currentLocation() : e.getLocation();
        String problem = "not JSON: " + Json.problem(e.getOriginalMessage());
        return refused(problem, text.place(place.getCharOffset()));
      }
    }
  }

  private static Loaded<SeriesSource> refused(String problem, Location place) {
    Diagnostic found =
        Diagnostic.error(CHECK, problem, place)
            .withHelp("read as an answer of Prometheus's query or query_range API");
    return new Loaded<>(null, List.of(found));
  }

  private SeriesSource read(AnswerTimes times) throws IOException, MalformedAnswer {
    json.next();
    if (json.token() == null) {
      throw new MalformedAnswer("expected an answer of the query API, found nothing", 0);
    }
    if (json.token() == JsonToken.START_ARRAY) {
      // As promtool prints it: the result alone.
      result();
    } else {
      answer();
    }
    if (json.next() != null) {
      throw json.malformed("more than one answer in the file");
    }
    return source(times);
  }

  private void answer() throws IOException, MalformedAnswer {
    json.expect(JsonToken.START_OBJECT, "an object");
    while (json.next() != JsonToken.END_OBJECT) {
      switch (json.member()) {
        case "status" -> status = json.text("success or error");
        case "error" -> error = json.text("a text");
        case "data" -> data();
        case "warnings" -> warnings();
        case RECORDED -> recorded = json.text("a text").equals(SAMPLES);
        default -> json.skip();
      }
    }
    if (status.equals("error")) {
      throw new MalformedAnswer("the server answered with an error: " + error, 0);
    }
    if (!found) {
      throw new MalformedAnswer("no data.result in it", 0);
    }
  }

  private SeriesSource source(AnswerTimes times) throws IOException {
    if (recorded || times == AnswerTimes.SAMPLES) {
      return series.recorded();
    }
    SeriesSource source = series.stepped();
    if (series.endsMadeUp() > 0 && series.named()) {
      remark(
          Severity.INFO,
          "evenly spaced, so read as an answer of query_range: a series ends at a step without a"
              + " value ("
              + series.endsMadeUp()
              + "x); put #samples behind its name if it has samples as recorded");
    }
    return source;
  }

  private void warnings() throws IOException, MalformedAnswer {
    if (json.token() == JsonToken.VALUE_NULL) {
      return;
    }
    json.expect(JsonToken.START_ARRAY, "a list of texts");
    while (json.next() != JsonToken.END_ARRAY) {
      remark(Severity.WARNING, "the server warned: " + json.text("a text"));
    }
  }

  private void remark(Severity severity, String text) {
    Location start = new Location(SourceFile.of(path, ""), Span.at(0));
    remarks.add(Diagnostic.of(CHECK, severity, text, start));
  }

  private void data() throws IOException, MalformedAnswer {
    json.expect(JsonToken.START_OBJECT, "an object");
    while (json.next() != JsonToken.END_OBJECT) {
      switch (json.member()) {
        case "resultType" -> resultType();
        case "result" -> result();
        default -> json.skip();
      }
    }
  }

  private void resultType() throws IOException, MalformedAnswer {
    String type = json.text("a text");
    switch (type) {
      case "matrix", "vector" -> {}
      case "scalar", "string" ->
          throw json.malformed("a " + type + " has no series: query for a vector or a range");
      default -> throw json.malformed("unknown result type '" + type + "'");
    }
  }

  private void result() throws IOException, MalformedAnswer {
    found = true;
    new AnswerResult(json, series).read();
  }
}
