package dev.firedrill.alertmanager;

import dev.firedrill.alertmanager.receiver.Field;
import dev.firedrill.alertmanager.receiver.GlobalSettings;
import dev.firedrill.alertmanager.receiver.IntegrationTypes;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.diagnostic.SecretMasking;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.variable.Placeholder;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Hides the secrets of configurations: passwords, tokens, and URLs that hold one.
///
/// In the lines of a configuration they are hidden where they stand. In messages and texts those
/// are
/// hidden that could be nothing else, wherever they are; what may be a word (`a`, `true`,
/// `password`) only where a message quotes what stands at its place.
public final class ReceiverSecrets implements Masking {
  private static final Masking BY_KEY = new SecretMasking();
  private static final Masking IN_URLS = SecretMasking.ofText();

  private final Set<String> telling = new LinkedHashSet<>();
  private final List<Location> places = new ArrayList<>();
  private List<String> longestFirst = List.of();
  private Masking unread = Masking.NONE;

  /// Hides nothing so far.
  public ReceiverSecrets() {}

  /// Hides the secrets of a configuration from now on.
  public void add(AlertmanagerConfig config) {
    YamlNode global = config.global();
    if (global != null) {
      collect(GlobalSettings.FIELDS, global);
    }
    for (Receiver receiver : config.receivers()) {
      for (Integration integration : receiver.integrations()) {
        IntegrationTypes.of(integration.kind())
            .ifPresent(type -> collect(type.fields(), integration.node()));
      }
    }
    // Of two that start alike the longer one first.
    longestFirst =
        telling.stream()
            .sorted((one, other) -> Integer.compare(other.length(), one.length()))
            .toList();
  }

  /// Hides, from now on, whatever looks like a secret: for configurations that cannot be read.
  public void addUnread() {
    unread = BY_KEY;
  }

  private void collect(List<Field> fields, YamlNode node) {
    if (!(node instanceof MappingNode mapping)) {
      return;
    }
    for (Field field : fields) {
      YamlNode value = mapping.get(field.name()).orElse(null);
      switch (value) {
        case YamlNode secret when field.secret() -> addAll(secret);
        // Where its mapping was forgotten, as in `authorization: TOKEN`.
        case ScalarNode scalar when field.fields().stream().anyMatch(Field::secret) -> add(scalar);
        case SequenceNode list -> list.items().forEach(item -> collect(field.fields(), item));
        case MappingNode inner -> collect(field.fields(), inner);
        case null, default -> {}
      }
    }
  }

  // A secret that stands where it does not belong, such as in a list, is one still.
  private void addAll(YamlNode node) {
    switch (node) {
      case ScalarNode scalar -> add(scalar);
      case SequenceNode list -> list.items().forEach(this::addAll);
      case MappingNode mapping -> mapping.entries().forEach(entry -> addAll(entry.value()));
    }
  }

  // What is filled in later is no secret yet.
  private void add(ScalarNode scalar) {
    if (Placeholder.isIn(scalar.text())) {
      return;
    }
    Location place = scalar.location();
    // A placeholder that has been filled in: its name is no secret.
    if (!Placeholder.isIn(written(place.span(), place.file()))) {
      places.add(place);
    }
    for (String line : scalar.text().split("\n", -1)) {
      telling.addAll(SecretForms.of(line.strip()));
    }
  }

  @Override
  public String mask(String line) {
    String masked = line;
    for (String secret : longestFirst) {
      if (masked.contains(secret)) {
        masked = masked.replace(secret, "*".repeat(secret.length()));
      }
    }
    return IN_URLS.mask(unread.mask(masked));
  }

  @Override
  public String mask(String text, Location place) {
    StringBuilder masked = new StringBuilder(mask(text));
    for (Location secret : places) {
      if (isSame(secret.file(), place.file()) && touches(secret.span(), place.span())) {
        QuotedText.hide(masked, written(inner(secret), secret.file()));
      }
    }
    return masked.toString();
  }

  @Override
  public String maskSource(SourceFile file, String text) {
    boolean known = places.stream().anyMatch(secret -> secret.file().path().equals(file.path()));
    return known ? BY_KEY.mask(mask(text)) : mask(text);
  }

  @Override
  public String maskLine(SourceFile file, int number) {
    String line = file.line(number);
    if (places.stream().noneMatch(secret -> isSame(secret.file(), file))) {
      return maskSource(file, line);
    }
    StringBuilder masked = new StringBuilder(mask(line));
    int start = file.lineStart(number);
    for (Location secret : places) {
      if (isSame(secret.file(), file)) {
        Span inner = inner(secret);
        hide(masked, inner.start() - start, inner.end() - start);
      }
    }
    return masked.toString();
  }

  private static void hide(StringBuilder line, int from, int to) {
    int end = Math.min(to, line.length());
    for (int i = Math.max(0, from); i < end; i++) {
      // How far a text is indented is no secret.
      if (!Character.isWhitespace(line.charAt(i))) {
        line.setCharAt(i, '*');
      }
    }
  }

  // Without its quotes.
  private static Span inner(Location secret) {
    String text = secret.file().text();
    Span span = secret.span();
    boolean quoted =
        span.end() - span.start() >= 2
            && "'\"".indexOf(text.charAt(span.start())) >= 0
            && text.charAt(span.start()) == text.charAt(span.end() - 1);
    return quoted ? new Span(span.start() + 1, span.end() - 1) : span;
  }

  private static String written(Span span, SourceFile file) {
    return file.text().substring(span.start(), span.end());
  }

  private static boolean touches(Span one, Span other) {
    return one.start() <= other.end() && other.start() <= one.end();
  }

  private static boolean isSame(SourceFile one, SourceFile other) {
    return one == other || (one.path().equals(other.path()) && one.text().equals(other.text()));
  }
}
