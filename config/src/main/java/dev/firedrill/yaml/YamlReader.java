package dev.firedrill.yaml;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/// Builds nodes from the parser's events.
final class YamlReader {
  private final SourceFile file;
  private final YamlDialect dialect;
  private final YamlLimits limits;
  private final GoLeniency leniency;
  private final YamlEvents events;
  private final YamlProblems problems = new YamlProblems();
  private final MergeKeys merge;
  private int flowDepth;

  // Per document; an anchor whose node is not complete yet has no node.
  private final Map<String, Anchor> anchors = new HashMap<>();
  private final AliasBudget budget;

  private YamlReader(SourceFile file, YamlDialect dialect, YamlLimits limits, GoLeniency leniency) {
    this.file = file;
    this.dialect = dialect;
    this.limits = limits;
    this.leniency = leniency;
    this.events = new YamlEvents(file, leniency.text());
    this.merge = new MergeKeys(dialect, problems);
    this.budget = new AliasBudget(limits);
  }

  static YamlStream read(SourceFile file, YamlDialect dialect, YamlLimits limits) {
    if (file.text().length() > limits.size()) {
      String message = "file is larger than " + (limits.size() >> 20) + " MiB";
      Location start = new Location(file, Span.at(0));
      YamlProblem problem =
          new YamlSyntaxError(Diagnostic.error("yaml/limit", message, start), message).problem();
      return new YamlStream(file, List.of(), List.of(problem), false);
    }
    GoLeniency leniency = new GoLeniency(file.text());
    while (true) {
      YamlReader reader = new YamlReader(file, dialect, limits, leniency);
      Optional<YamlStream> stream = reader.read();
      if (stream.isPresent()) {
        return stream.get();
      }
    }
  }

  /// {@return the documents; nothing if the file was mended and is to be read again}
  private Optional<YamlStream> read() {
    List<YamlNode> documents = new ArrayList<>();
    try {
      events.expect(Event.ID.StreamStart);
      while (!events.isNext(Event.ID.StreamEnd)) {
        documents.add(document());
      }
      return Optional.of(new YamlStream(file, documents, problems.all(), true));
    } catch (YamlSyntaxError error) {
      return Optional.of(failed(documents, error));
    } catch (YAMLException error) {
      if (error instanceof MarkedYAMLException marked
          && marked.getProblemMark() != null
          && leniency.replace(marked, events.offset(marked.getProblemMark()), flowDepth > 0)) {
        return Optional.empty();
      }
      return Optional.of(failed(documents, events.syntaxError(error)));
    }
  }

  private YamlStream failed(List<YamlNode> documents, YamlSyntaxError error) {
    problems.addAll(List.of(error.problem()));
    return new YamlStream(file, documents, problems.all(), false);
  }

  private YamlNode document() {
    events.expect(Event.ID.DocumentStart);
    anchors.clear();
    budget.reset();
    YamlNode node = node(0);
    events.expect(Event.ID.DocumentEnd);
    budget.check(node.written());
    return node;
  }

  private YamlNode node(int depth) {
    Event event = events.next();
    if (depth > limits.depth()) {
      String message = "more than " + limits.depth() + " mappings and lists within each other";
      throw new YamlSyntaxError(
          Diagnostic.error("yaml/limit", message, place(events.span(event))), message);
    }
    return switch (event) {
      case AliasEvent alias -> alias(alias);
      case ScalarEvent scalar -> scalar(scalar);
      case MappingStartEvent mapping -> mapping(mapping, depth);
      case CollectionStartEvent sequence -> sequence(sequence, depth);
      default -> throw new IllegalStateException("unexpected " + event);
    };
  }

  private YamlNode alias(AliasEvent event) {
    String name = event.getAnchor();
    Location use = place(events.span(event));
    Anchor anchor = anchors.get(name);
    if (anchor == null) {
      throw new YamlSyntaxError(
          Diagnostic.error("yaml/syntax", "unknown anchor '" + name + "' referenced", use)
              .withHelp("define it with &" + name + " before it is used"),
          "unknown anchor '" + name + "' referenced");
    }
    YamlNode target = anchor.node();
    if (target == null) {
      throw new YamlSyntaxError(
          Diagnostic.error("yaml/syntax", "anchor '" + name + "' value contains itself", use),
          "anchor '" + name + "' value contains itself");
    }
    budget.alias(anchor.size());
    return target.usedAt(use);
  }

  private ScalarNode scalar(ScalarEvent event) {
    Span whole = events.span(event);
    ScalarStyle style = style(event);
    String tag = shortTag(event.getTag());
    Span bare = withoutProperties(event, event.getTag(), whole);
    boolean mended = leniency.touches(bare.start(), bare.end());
    SourceText value = ScalarScanner.scan(file, bare, style, event.getValue(), mended);
    ScalarKind kind = ScalarKinds.of(value.text(), style, tag, dialect);
    budget.node();
    ScalarNode node = new ScalarNode(value, style, tag, kind, place(bare), place(whole));
    return register(event, node, 1);
  }

  private SequenceNode sequence(CollectionStartEvent event, int depth) {
    begin(event);
    long before = budget.used();
    budget.node();
    List<YamlNode> items = new ArrayList<>();
    flowDepth += event.isFlow() ? 1 : 0;
    while (!events.isNext(Event.ID.SequenceEnd)) {
      items.add(node(depth + 1));
    }
    flowDepth -= event.isFlow() ? 1 : 0;
    int last = items.isEmpty() ? 0 : items.getLast().written().span().end();
    Span whole = events.collection(event, last);
    Span bare = withoutProperties(event, event.getTag(), whole);
    SequenceNode node = new SequenceNode(items, place(bare), place(whole));
    return register(event, node, budget.used() - before);
  }

  private MappingNode mapping(MappingStartEvent event, int depth) {
    begin(event);
    long before = budget.used();
    budget.node();
    List<Entry> entries = new ArrayList<>();
    flowDepth += event.isFlow() ? 1 : 0;
    while (!events.isNext(Event.ID.MappingEnd)) {
      YamlNode key = node(depth + 1);
      entries.add(new Entry(key, node(depth + 1)));
    }
    flowDepth -= event.isFlow() ? 1 : 0;
    int last = 0;
    if (!entries.isEmpty()) {
      Entry entry = entries.getLast();
      last = Math.max(entry.key().written().span().end(), entry.value().written().span().end());
    }
    Span whole = events.collection(event, last);
    Span bare = withoutProperties(event, event.getTag(), whole);
    DuplicateKeys.report(entries, dialect, problems);
    MappingNode node = new MappingNode(merge.apply(entries), entries, place(bare), place(whole));
    return register(event, node, budget.used() - before);
  }

  private void begin(NodeEvent event) {
    if (event.getAnchor() != null) {
      checkAnchor(event);
      anchors.put(event.getAnchor(), new Anchor(null, 0));
    }
  }

  /// Go takes fewer characters than SnakeYAML.
  private void checkAnchor(NodeEvent event) {
    String name = event.getAnchor();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c > 'z' || !(Character.isLetterOrDigit(c) || c == '_' || c == '-')) {
        String problem = "did not find expected alphabetic or numeric character";
        int line = event.getStartMark().getLine() + 1;
        throw new YamlSyntaxError(
            Diagnostic.error(
                    "yaml/syntax",
                    "'" + name + "' is no name for an anchor",
                    place(events.span(event)))
                .withHelp(
                    "use letters, digits, '_' and '-'; if no anchor is meant, put the value in"
                        + " quotes"),
            line == 1 ? problem : "line " + line + ": " + problem);
      }
    }
  }

  private <T extends YamlNode> T register(NodeEvent event, T node, long size) {
    if (event.getAnchor() != null) {
      checkAnchor(event);
      anchors.put(event.getAnchor(), new Anchor(node, size));
    }
    return node;
  }

  private Span withoutProperties(NodeEvent event, @Nullable String tag, Span whole) {
    boolean none = event.getAnchor() == null && tag == null;
    return none ? whole : NodeProperties.skip(file.text(), whole);
  }

  private Location place(Span span) {
    return new Location(file, span);
  }

  private static ScalarStyle style(ScalarEvent event) {
    return switch (event.getScalarStyle()) {
      case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
      case LITERAL -> ScalarStyle.LITERAL;
      case FOLDED -> ScalarStyle.FOLDED;
      case PLAIN -> ScalarStyle.PLAIN;
      default -> ScalarStyle.DOUBLE_QUOTED;
    };
  }

  private static @Nullable String shortTag(@Nullable String tag) {
    String prefix = "tag:yaml.org,2002:";
    return tag != null && tag.startsWith(prefix) ? "!!" + tag.substring(prefix.length()) : tag;
  }

  /// A node that aliases may refer to.
  ///
  /// @param node null while the node is still being read
  /// @param size the number of nodes in it, aliases followed
  private record Anchor(@Nullable YamlNode node, long size) {}
}
