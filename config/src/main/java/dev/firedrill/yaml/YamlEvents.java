package dev.firedrill.yaml;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/// The parser's events, with places in UTF-16 units and its errors as ours.
final class YamlEvents {
  private final SourceFile file;
  private final Offsets offsets;
  private final ParserImpl parser;
  private Event last;

  YamlEvents(SourceFile file) {
    this.file = file;
    this.offsets = Offsets.of(file.text());
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(Integer.MAX_VALUE);
    this.parser = new ParserImpl(new StreamReader(file.text()), options);
    this.last = new org.yaml.snakeyaml.events.StreamStartEvent(null, null);
  }

  Event next() {
    try {
      last = parser.getEvent();
      return last;
    } catch (MarkedYAMLException | ReaderException error) {
      throw SyntaxErrors.of(file, offsets, error);
    } catch (YAMLException error) {
      throw SyntaxErrors.of(file, offsets, error);
    }
  }

  boolean isNext(Event.ID id) {
    try {
      return parser.checkEvent(id);
    } catch (YAMLException error) {
      throw SyntaxErrors.of(file, offsets, error);
    }
  }

  void expect(Event.ID id) {
    Event event = next();
    if (!event.is(id)) {
      throw new IllegalStateException("expected " + id + ", got " + event);
    }
  }

  Span span(Event event) {
    return new Span(
        offsets.units(event.getStartMark().getIndex()),
        offsets.units(event.getEndMark().getIndex()));
  }

  /// Takes the event that ends a collection.
  ///
  /// @return the span of the collection: a block ends with its last part, at `lastEnd`
  Span collection(CollectionStartEvent start, int lastEnd) {
    Event end = next();
    int from = offsets.units(start.getStartMark().getIndex());
    int to = start.isFlow() ? offsets.units(end.getEndMark().getIndex()) : lastEnd;
    return new Span(from, Math.max(from, to));
  }
}
