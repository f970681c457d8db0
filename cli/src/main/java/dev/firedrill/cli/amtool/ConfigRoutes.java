package dev.firedrill.cli.amtool;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.AlertmanagerReading;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.MatcherMode;
import dev.firedrill.alertmanager.MatcherParser;
import dev.firedrill.alertmanager.MatcherResult;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.OrderedOutput;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.GoFiles;
import dev.firedrill.cli.kingpin.Invocation;
import dev.firedrill.diagnostic.ByteText;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `amtool config routes`: the routing tree, and where an alert goes.
record ConfigRoutes(Session session, OrderedOutput output, MatcherMode mode) {
  int run(Invocation invocation) throws AmtoolException {
    if (invocation.command().endsWith("test")) {
      return test(load(invocation), invocation);
    }
    try {
      String tree = RouteTree.whole(load(invocation).route());
      output.out("Routing tree:");
      output.out(tree);
      return ExitStatus.OK;
    } catch (AmtoolException e) {
      output.err("amtool: error: " + e.getMessage());
      return Amtool.FAILURE;
    }
  }

  private int test(AlertmanagerConfig config, Invocation invocation) throws AmtoolException {
    RouteWalk walk = RouteWalk.of(config.route(), labels(invocation.arguments("labels")));
    if (invocation.isOn("tree")) {
      output.out("Matching routes:");
      output.out(RouteTree.matching(walk));
      output.out("");
    }
    String receivers = String.join(",", walk.receivers());
    output.out(receivers);
    String expected = invocation.one("verify.receivers");
    if (expected == null || expected.isEmpty() || expected.equals(receivers)) {
      return ExitStatus.OK;
    }
    output.out("WARNING: Expected receivers did not match resolved receivers.");
    return Amtool.FAILURE;
  }

  private AlertmanagerConfig load(Invocation invocation) throws AmtoolException {
    String file = invocation.one("config.file");
    if (file == null) {
      throw new AmtoolException(
          "You have to specify one of --config.file or --alertmanager.url flags.");
    }
    if (invocation.one("alertmanager.url") != null) {
      output.err("Warning: --config.file flag overrides the --alertmanager.url.");
    }
    Path place = session.resolve(file);
    String text;
    try {
      text = ByteText.decode(Files.readAllBytes(place));
    } catch (IOException e) {
      throw new AmtoolException(GoFiles.problem(place, file));
    }
    AlertmanagerReading reading =
        AlertmanagerReader.read(
            SourceFile.of(file, text), AlertmanagerOptions.STRICT.withMode(mode));
    AlertmanagerConfig config = reading.loaded().value();
    String rejection = reading.rejection();
    if (rejection != null || config == null) {
      throw new AmtoolException(String.valueOf(rejection));
    }
    return config;
  }

  private Labels labels(List<String> words) throws AmtoolException {
    MatcherParser parser = new MatcherParser(mode);
    Map<String, String> labels = new TreeMap<>();
    for (String word : words) {
      switch (parser.parseOne(word)) {
        case MatcherResult.Failed failed ->
            throw new AmtoolException("Failed to parse labels: " + failed.message());
        case MatcherResult.Parsed parsed -> add(parsed.matchers().getFirst(), labels);
      }
    }
    return Labels.of(labels);
  }

  private static void add(Matcher matcher, Map<String, String> labels) throws AmtoolException {
    if (matcher.operator() != Operator.EQUAL) {
      throw new AmtoolException("Labels must be specified as key=value pairs");
    }
    labels.put(matcher.name(), matcher.value());
  }
}
