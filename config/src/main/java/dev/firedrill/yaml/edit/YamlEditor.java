package dev.firedrill.yaml.edit;

import dev.firedrill.diagnostic.Fixes;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.yaml.ScalarKind;
import dev.firedrill.yaml.ScalarStyle;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes the first document of a YAML file, one thing at a time. After each change the file is
/// read again, so nodes obtained before are out of date.
///
/// Comments on lines that are taken out stay behind as lines of their own.
public final class YamlEditor {
  private final YamlDialect dialect;
  private YamlStream stream;

  /// An editor of a file.
  public YamlEditor(SourceFile file, YamlDialect dialect) {
    this.dialect = dialect;
    this.stream = Yaml.read(file, dialect);
  }

  /// {@return the file as it is now}
  public SourceFile file() {
    return stream.file();
  }

  /// {@return the document as it is now}
  public YamlNode root() {
    return stream.documents().getFirst();
  }

  /// {@return all aliases and comments can be judged by this}
  public YamlStream stream() {
    return stream;
  }

  /// {@return whether a node is written within brackets or braces of its own}
  public boolean isFlow(YamlNode node) {
    int start = node.location().span().start();
    String text = text();
    return start < text.length() && (text.charAt(start) == '[' || text.charAt(start) == '{');
  }

  /// Gives a scalar another text, in its own style as far as that can hold the text.
  ///
  /// @param flow whether it stands within brackets or braces
  public void setScalar(ScalarNode scalar, String value, boolean flow) throws EditRefused {
    Span span = scalar.location().span();
    if (!scalar.style().isBlock()) {
      replace(span, ScalarText.of(value, scalar.style(), kind(scalar), flow));
      return;
    }
    int end = trimmed(span);
    refuseComments(new Span(span.start(), Math.max(span.start(), lineEnd(span.start()))), scalar);
    replace(new Span(span.start(), end), block(scalar, value));
  }

  private static ScalarKind kind(ScalarNode scalar) {
    return scalar.isNull() ? ScalarKind.STRING : scalar.kind();
  }

  private String block(ScalarNode scalar, String value) {
    String body = value.endsWith("\n") ? value.substring(0, value.length() - 1) : value;
    String header = text().substring(scalar.location().span().start(), headerEnd(scalar)).strip();
    int first = text().indexOf('\n', scalar.location().span().start()) + 1;
    int indent = 0;
    while (first + indent < text().length() && text().charAt(first + indent) == ' ') {
      indent++;
    }
    boolean hard =
        body.isBlank()
            || !body.equals(body.strip())
            || header.length() > 2
            || header.chars().anyMatch(Character::isDigit)
            || body.lines().anyMatch(line -> !line.equals(line.stripTrailing()))
            || body.chars().anyMatch(c -> c != '\n' && (c < ' ' || (c >= 0x7f && c < 0xa0)))
            || body.indexOf('\u2028') >= 0
            || body.indexOf('\u2029') >= 0;
    if (hard || indent == 0) {
      return ScalarText.of(value, ScalarStyle.DOUBLE_QUOTED, ScalarKind.STRING, false);
    }
    boolean folded = scalar.style() == ScalarStyle.FOLDED && body.indexOf('\n') < 0;
    String chomping = value.endsWith("\n") ? "" : "-";
    String margin = " ".repeat(indent);
    StringBuilder out = new StringBuilder(folded ? ">" : "|").append(chomping);
    for (String line : body.split("\n", -1)) {
      out.append(lineBreak()).append(line.isEmpty() ? "" : margin + line);
    }
    return out.toString();
  }

  private int headerEnd(ScalarNode scalar) {
    return Math.min(lineEnd(scalar.location().span().start()), text().length());
  }

  /// Gives a plain scalar another text, such as a number, that needs no quotes.
  public void setPlain(ScalarNode scalar, String value) throws EditRefused {
    if (scalar.style().isBlock()) {
      throw new EditRefused("expected a number on one line", scalar.written());
    }
    replace(scalar.location().span(), value);
  }

  /// Adds an entry with a text to a mapping that has entries.
  public void addEntry(MappingNode mapping, String key, String value) throws EditRefused {
    boolean flow = isFlow(mapping);
    Entry last = last(mapping);
    ScalarStyle style =
        last.value() instanceof ScalarNode scalar && !scalar.style().isBlock() && !scalar.isNull()
            ? scalar.style()
            : ScalarStyle.PLAIN;
    String entry =
        ScalarText.of(key, ScalarStyle.PLAIN, ScalarKind.STRING, flow)
            + ": "
            + ScalarText.of(value, style, ScalarKind.STRING, flow);
    addEntry(mapping, List.of(entry));
  }

  /// Adds an entry to a mapping that has entries.
  ///
  /// @param lines the entry as YAML, the lines after the first indented against it; one line for a
  ///     mapping in braces
  public void addEntry(MappingNode mapping, List<String> lines) throws EditRefused {
    Entry last = last(mapping);
    if (isFlow(mapping)) {
      insert(end(last), ", " + String.join("", lines));
    } else {
      int column = column(mapping.literal().getFirst().key());
      insertLines(lineEnd(end(last)), lines, column);
    }
  }

  /// Takes an entry out of a mapping that has others.
  public void removeEntry(MappingNode mapping, String key) throws EditRefused {
    List<Entry> entries = mapping.literal();
    int index = 0;
    while (index < entries.size() && !entries.get(index).name().equals(key)) {
      index++;
    }
    if (index == entries.size()) {
      throw new EditRefused("'" + key + "' comes from elsewhere", mapping.written());
    }
    Entry entry = entries.get(index);
    int start = entry.key().written().span().start();
    if (isFlow(mapping)) {
      boolean first = index == 0;
      int from = first ? start : end(entries.get(index - 1));
      int to = first ? entries.get(1).key().written().span().start() : end(entry);
      refuseComments(new Span(from, to), mapping);
      replace(new Span(from, to), "");
    } else if (text().substring(lineStart(start), start).isBlank()) {
      removeLines(start, end(entry));
    } else {
      throw new EditRefused("'" + key + "' shares its line with other things", mapping.written());
    }
  }

  /// Takes an item out of a list.
  public void removeItem(SequenceNode list, int index) throws EditRefused {
    YamlNode item = list.items().get(index);
    Span span = item.written().span();
    if (!isFlow(list)) {
      removeLines(dash(item), Math.max(trimmed(span), dash(item) + 1));
      return;
    }
    int from = span.start();
    int to = span.end();
    if (index > 0) {
      from = list.items().get(index - 1).written().span().end();
    } else if (list.items().size() > 1) {
      to = list.items().get(1).written().span().start();
    }
    refuseComments(new Span(from, to), list);
    replace(new Span(from, to), "");
  }

  /// Adds an item to a list that has items.
  ///
  /// @param lines the item as YAML, the lines after the first indented against it; one line for a
  ///     list in brackets
  public void addItem(SequenceNode list, List<String> lines) throws EditRefused {
    YamlNode last = list.items().getLast();
    int end = last.written().span().end();
    if (isFlow(list)) {
      insert(end, ", " + String.join("", lines));
    } else {
      int dash = dash(last);
      insertLines(
          lineEnd(Math.max(trimmed(last.written().span()), dash + 1)),
          dashed(lines),
          dash - lineStart(dash));
    }
  }

  /// Gives a key of a mapping a list with one item, where it has none or an empty one.
  ///
  /// @param lines the item as YAML, the lines after the first indented against it
  /// @param single the item on one line, for mappings in braces
  public void setOnlyItem(MappingNode mapping, String key, List<String> lines, String single)
      throws EditRefused {
    Entry entry = find(mapping, key);
    boolean flow = isFlow(mapping);
    if (entry == null) {
      addEntry(
          mapping,
          flow
              ? List.of(key + ": [" + single + "]")
              : listEntry(key, lines, " ".repeat(listIndent())));
      return;
    }
    if (flow) {
      setEmpty(entry, " [" + single + "]");
      return;
    }
    int column = column(entry.key());
    setEmpty(entry, "");
    Entry emptied = find(at(mapping.location()), key);
    int end = emptied == null ? end(entry) : emptied.key().written().span().end();
    insertLines(lineEnd(end), dashed(lines), column + listIndent());
  }

  // How far lists are indented against their keys, as the first list of the file does it.
  private int listIndent() throws EditRefused {
    if (root() instanceof MappingNode top) {
      for (Entry entry : top.literal()) {
        if (entry.value() instanceof SequenceNode list && !list.isAlias() && !isFlow(list)) {
          int dash = dash(list.items().getFirst());
          return Math.max(0, dash - lineStart(dash) - column(entry.key()));
        }
      }
    }
    return 0;
  }

  /// Gives a key of a mapping an empty list, where it has none or an empty one.
  public void setNoItems(MappingNode mapping, String key) throws EditRefused {
    Entry entry = find(mapping, key);
    if (entry != null && !isFlow(entry.value())) {
      setEmpty(entry, " []");
    }
  }

  private MappingNode at(Location place) throws EditRefused {
    if (Nodes.startingAt(root(), place.span().start()) instanceof MappingNode found) {
      return found;
    }
    throw new EditRefused("the place is lost", place);
  }

  // What stands after the colon is nothing, a null, or a list without items.
  private void setEmpty(Entry entry, String value) throws EditRefused {
    int colon = text().indexOf(':', entry.key().written().span().end());
    int end = Math.max(colon + 1, entry.value().written().span().end());
    boolean nothing = text().substring(colon + 1, end).isBlank();
    Span span = new Span(colon + 1, nothing ? colon + 1 : end);
    refuseComments(span, entry.value());
    replace(span, value);
  }

  private static List<String> listEntry(String key, List<String> lines, String margin) {
    List<String> all = new ArrayList<>(List.of(key + ":"));
    dashed(lines).forEach(line -> all.add(margin + line));
    return all;
  }

  private static List<String> dashed(List<String> lines) {
    List<String> all = new ArrayList<>();
    for (String line : lines) {
      all.add((all.isEmpty() ? "- " : "  ") + line);
    }
    return all;
  }

  private static @Nullable Entry find(MappingNode mapping, String key) {
    for (Entry entry : mapping.literal()) {
      if (entry.name().equals(key)) {
        return entry;
      }
    }
    return null;
  }

  private static Entry last(MappingNode mapping) throws EditRefused {
    if (mapping.literal().isEmpty()) {
      throw new EditRefused("there is nothing to add to", mapping.written());
    }
    return mapping.literal().getLast();
  }

  /// Where an entry ends, its colon included.
  private int end(Entry entry) {
    int key = entry.key().written().span().end();
    int value = trimmed(entry.value().written().span());
    boolean nothing = entry.value().written().span().length() == 0;
    return nothing ? text().indexOf(':', key) + 1 : Math.max(key, value);
  }

  private int dash(YamlNode item) throws EditRefused {
    int at = item.written().span().start() - 1;
    while (at >= 0 && text().charAt(at) <= ' ') {
      at--;
    }
    if (at < 0 || text().charAt(at) != '-') {
      throw new EditRefused("the item does not follow its dash", item.written());
    }
    return at;
  }

  private void removeLines(int start, int end) throws EditRefused {
    int from = lineStart(start);
    int to = lineEnd(end);
    if (!text().substring(from, start).isBlank()) {
      throw new EditRefused(
          "it shares its line with other things", new Location(file(), new Span(start, end)));
    }
    StringBuilder kept = new StringBuilder();
    for (Span comment : CommentSpans.of(stream)) {
      if (from <= comment.start() && comment.start() < to) {
        kept.append(" ".repeat(start - from));
        kept.append(text(), comment.start(), comment.end()).append(lineBreak());
      }
    }
    int next = Math.min(to + lineBreak().length(), text().length());
    replace(new Span(from, next), kept.toString());
  }

  private void insertLines(int lineEnd, List<String> lines, int column) throws EditRefused {
    StringBuilder added = new StringBuilder();
    String margin = " ".repeat(column);
    for (String line : lines) {
      added.append(lineBreak()).append(margin).append(line);
    }
    insert(lineEnd, added.toString());
  }

  private void insert(int offset, String added) throws EditRefused {
    replace(Span.at(offset), added);
  }

  private void refuseComments(Span span, YamlNode where) throws EditRefused {
    for (Span comment : CommentSpans.of(stream)) {
      if (span.contains(comment.start())) {
        throw new EditRefused("a comment stands in it", where.written());
      }
    }
  }

  private void replace(Span span, String text) throws EditRefused {
    TextEdit edit = new TextEdit(new Location(file(), span), text);
    SourceFile changed = file().withText(Fixes.apply(file(), List.of(edit)));
    YamlStream read = Yaml.read(changed, dialect);
    if (!read.complete() || read.documents().size() != stream.documents().size()) {
      throw new EditRefused("the change would break the file", new Location(file(), span));
    }
    stream = read;
  }

  private String text() {
    return file().text();
  }

  private int column(YamlNode node) throws EditRefused {
    int start = node.written().span().start();
    String before = text().substring(lineStart(start), start);
    if (before.indexOf('\t') >= 0) {
      throw new EditRefused("there is a tab in the indentation", node.written());
    }
    return before.length();
  }

  private int trimmed(Span span) {
    int end = span.end();
    while (end > span.start() && text().charAt(end - 1) <= ' ') {
      end--;
    }
    return end;
  }

  private int lineStart(int offset) {
    return text().lastIndexOf('\n', offset - 1) + 1;
  }

  /// Before the line break that ends the line of a place.
  private int lineEnd(int offset) {
    int end = text().indexOf(lineBreak(), offset);
    return end < 0 ? text().length() : end;
  }

  private String lineBreak() {
    return text().contains("\r\n") ? "\r\n" : "\n";
  }
}
