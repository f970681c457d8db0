package dev.firedrill.series.tsdb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What `meta.json` says of a block.
///
/// @param ulid the name of the block
/// @param minTime epoch milliseconds, included
/// @param maxTime epoch milliseconds, not included
/// @param parents names of the blocks that it was made of
/// @param deletable whether it is about to be deleted
/// @param hints what kind of samples it was made of, where not of all in order
record BlockMeta(
    String ulid,
    long minTime,
    long maxTime,
    List<String> parents,
    boolean deletable,
    List<String> hints) {
  private static final JsonFactory JSON = new JsonFactory();

  /// {@return whether the block holds all in-order samples of its time}
  boolean inOrder() {
    return !hints.contains("from-out-of-order")
        && !hints.contains("from-stale-series")
        && !hints.contains("from-selected-series");
  }

  /// Reads a file.
  ///
  /// @throws DamagedException if it is no description of a block, or one of another version
  /// @throws IOException if it cannot be read
  static BlockMeta read(Path path) throws IOException, DamagedException {
    Reader reader = new Reader();
    try (JsonParser parser = JSON.createParser(Files.readAllBytes(path))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new DamagedException("a block's meta.json is a JSON object");
      }
      reader.readMeta(parser);
    } catch (JsonProcessingException e) {
      throw new DamagedException("invalid JSON: " + e.getOriginalMessage());
    }
    if (reader.version != 1) {
      throw new DamagedException("unexpected meta file version " + reader.version);
    }
    return new BlockMeta(
        reader.ulid,
        reader.minTime,
        reader.maxTime,
        reader.parents,
        reader.deletable,
        reader.hints);
  }

  private static final class Reader {
    private String ulid = "";
    private long minTime;
    private long maxTime;
    private long version;
    private boolean deletable;
    private final List<String> parents = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();

    private void readMeta(JsonParser parser) throws IOException, DamagedException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        switch (field) {
          case "ulid" -> ulid = parser.getValueAsString("");
          case "minTime" -> minTime = number(parser, value);
          case "maxTime" -> maxTime = number(parser, value);
          case "version" -> version = number(parser, value);
          case "compaction" -> readCompaction(parser, value);
          default -> parser.skipChildren();
        }
      }
    }

    private static long number(JsonParser parser, JsonToken value)
        throws IOException, DamagedException {
      if (value != JsonToken.VALUE_NUMBER_INT) {
        throw new DamagedException(parser.currentName() + " is not a whole number");
      }
      return parser.getLongValue();
    }

    private void readCompaction(JsonParser parser, JsonToken start) throws IOException {
      if (start != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (field.equals("deletable")) {
          deletable = value == JsonToken.VALUE_TRUE;
        } else if (field.equals("hints") && value == JsonToken.START_ARRAY) {
          while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            hints.add(parser.getValueAsString(""));
            parser.skipChildren();
          }
        } else if (field.equals("parents") && value == JsonToken.START_ARRAY) {
          readParents(parser);
        } else {
          parser.skipChildren();
        }
      }
    }

    private void readParents(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String field = parser.currentName();
          parser.nextToken();
          if (field.equals("ulid")) {
            parents.add(parser.getValueAsString(""));
          } else {
            parser.skipChildren();
          }
        }
      }
    }
  }
}
