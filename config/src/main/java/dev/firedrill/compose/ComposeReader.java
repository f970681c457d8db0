package dev.firedrill.compose;

import dev.firedrill.compose.ComposeService.Mount;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads compose files. What is not understood is passed over: Docker has its own words for that.
public final class ComposeReader {
  private final Path folder;
  private final List<Mount> mounts = new ArrayList<>();
  private final List<SourceText> broken = new ArrayList<>();

  private ComposeReader(Path folder) {
    this.folder = folder;
  }

  /// {@return whether a file's name is one that Compose looks for}
  public static boolean isComposeFile(String name) {
    boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
    return yaml && (name.startsWith("docker-compose") || name.startsWith("compose"));
  }

  /// {@return the services of a file; none where it is no compose file}
  ///
  /// @param folder the file's, absolute
  public static ComposeFile read(SourceFile source, Path folder) {
    List<ComposeService> services = new ArrayList<>();
    YamlNode root = Yaml.read(source, YamlDialect.GO_V3).first().orElse(null);
    if (root instanceof MappingNode top
        && top.get("services").orElse(null) instanceof MappingNode all) {
      for (Entry entry : all.entries()) {
        if (entry.key() instanceof ScalarNode name && entry.value() instanceof MappingNode fields) {
          services.add(new ComposeReader(folder).service(name.value(), fields));
        }
      }
    }
    return new ComposeFile(source, folder, services);
  }

  private ComposeService service(SourceText name, MappingNode fields) {
    for (YamlNode volume : items(fields, "volumes")) {
      switch (volume) {
        case ScalarNode text -> shortVolume(text);
        case MappingNode volumeFields -> longVolume(volumeFields);
        case SequenceNode _ -> {
          // No volume.
        }
      }
    }
    for (String field : List.of("configs", "secrets")) {
      for (YamlNode item : items(fields, field)) {
        injected(field, item);
      }
    }
    List<SourceText> command = new ArrayList<>();
    for (String field : List.of("entrypoint", "command")) {
      if (fields.get(field).orElse(null) instanceof ScalarNode line) {
        command.add(line.value());
      }
      for (YamlNode word : items(fields, field)) {
        if (word instanceof ScalarNode text) {
          command.add(text.value());
        }
      }
    }
    return new ComposeService(
        name, text(fields, "image").orElse(""), fields.has("build"), mounts, broken, command);
  }

  // `source:target[:mode]`; a path alone is a volume without a name.
  private void shortVolume(ScalarNode volume) {
    List<String> parts = split(volume.text());
    String target = parts.size() == 1 ? parts.getFirst() : parts.get(1);
    if (!target.startsWith("/")) {
      if (!target.contains("$")) {
        broken.add(volume.value());
      }
      return;
    }
    Optional<Path> source = parts.size() == 1 ? Optional.empty() : host(parts.getFirst());
    mounts.add(new Mount(source, withoutEndingSlash(target), volume.written()));
  }

  private void longVolume(MappingNode volume) {
    String target = text(volume, "target").orElse("");
    if (!target.isEmpty()) {
      boolean bind = text(volume, "type").filter("bind"::equals).isPresent();
      Optional<Path> source = bind ? text(volume, "source").flatMap(this::host) : Optional.empty();
      mounts.add(new Mount(source, withoutEndingSlash(target), volume.written()));
    }
  }

  private void injected(String field, YamlNode item) {
    String name =
        switch (item) {
          case ScalarNode text -> text.text();
          case MappingNode mapping ->
              text(mapping, "target").or(() -> text(mapping, "source")).orElse("");
          case SequenceNode _ -> "";
        };
    String place = field.equals("secrets") ? "/run/secrets/" : "/";
    String target = name.startsWith("/") ? name : place + name;
    mounts.add(new Mount(Optional.empty(), target, item.written()));
  }

  // A name is a volume that Docker keeps; only a path is a place of the host.
  private Optional<Path> host(String source) {
    boolean path = source.startsWith(".") || source.startsWith("/");
    return path && !source.contains("$")
        ? Optional.of(folder.resolve(source).normalize())
        : Optional.empty();
  }

  // Colons within `${NAME:-default}` part nothing.
  private static List<String> split(String volume) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < volume.length(); i++) {
      char c = volume.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == ':' && depth == 0) {
        parts.add(volume.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(volume.substring(from));
    return parts;
  }

  private static String withoutEndingSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static Optional<String> text(MappingNode fields, String name) {
    return fields.get(name).orElse(null) instanceof ScalarNode text && !text.isNull()
        ? Optional.of(text.text())
        : Optional.empty();
  }

  private static List<YamlNode> items(MappingNode fields, String name) {
    return fields.get(name).orElse(null) instanceof SequenceNode list ? list.items() : List.of();
  }
}
