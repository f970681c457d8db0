package dev.firedrill.yaml;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/// The parser's events, with places in UTF-16 units and its errors as ours.
final class YamlEvents {
  private final SourceFile file;
  private final Offsets offsets;
  private final ParserImpl parser;

  /// The events of a file.
  ///
  /// @param text the file's text, with what SnakeYAML does not understand replaced
  YamlEvents(SourceFile file, String text) {
    this.file = file;
    this.offsets = Offsets.of(text);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(Integer.MAX_VALUE);
    this.parser = new ParserImpl(new StreamReader(text), options);
  }

  /// {@return the next event}
  /// @throws YAMLException if there is none because the text is not YAML
  Event next() {
    return parser.getEvent();
  }

  boolean isNext(Event.ID id) {
    return parser.checkEvent(id);
  }

  void expect(Event.ID id) {
    Event event = next();
    if (!event.is(id)) {
      throw new IllegalStateException("expected " + id + ", got " + event);
    }
  }

  int offset(Mark mark) {
    return offsets.units(mark.getIndex());
  }

  /// {@return an error of SnakeYAML's as ours}
  YamlSyntaxError syntaxError(YAMLException error) {
    return new SyntaxErrors(file, offsets).of(error);
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
