package dev.firedrill.yaml.edit;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The comments of a YAML file: what follows a `#` that is in no scalar, to the end of its line.
public final class CommentSpans {
  private CommentSpans() {}

  /// {@return the comments in the order of the file, each from its `#`}
  public static List<Span> of(YamlStream stream) {
    SourceFile file = stream.file();
    BitSet scalars = new BitSet(file.text().length());
    for (YamlNode document : stream.documents()) {
      mark(document, scalars);
    }
    return comments(file.text(), scalars);
  }

  /// {@return the texts of the comments in the order of the file}
  public static List<String> texts(YamlStream stream) {
    String text = stream.file().text();
    return of(stream).stream()
        .map(span -> text.substring(span.start(), span.end()).strip())
        .toList();
  }

  private static List<Span> comments(String text, BitSet scalars) {
    List<Span> comments = new ArrayList<>();
    for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at)) {
      boolean apart = at == 0 || text.charAt(at - 1) <= ' ';
      if (scalars.get(at) || !apart) {
        at++;
        continue;
      }
      int end = at;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      comments.add(new Span(at, end));
      at = end;
    }
    return comments;
  }

  private static void mark(YamlNode node, BitSet scalars) {
    if (node.isAlias()) {
      return;
    }
    switch (node) {
      case ScalarNode scalar -> {
        Span span = scalar.location().span();
        int start = scalar.style().isBlock() ? lineEnd(scalar) : span.start();
        scalars.set(Math.min(start, span.end()), span.end());
      }
      case SequenceNode sequence -> sequence.items().forEach(item -> mark(item, scalars));
      case MappingNode mapping -> {
        for (Entry entry : mapping.literal()) {
          mark(entry.key(), scalars);
          mark(entry.value(), scalars);
        }
      }
    }
  }

  // A comment may follow the header of a block.
  private static int lineEnd(ScalarNode block) {
    int end = block.location().file().text().indexOf('\n', block.location().span().start());
    return end < 0 ? block.location().span().end() : end;
  }
}
