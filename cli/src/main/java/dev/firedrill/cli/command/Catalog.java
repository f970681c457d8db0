package dev.firedrill.cli.command;

import dev.firedrill.cli.option.Options;
import java.util.List;

/// All commands, in the order of the manual. A command's class is loaded only when it is opened.
public final class Catalog {
  /// Names and summaries.
  public static final List<Entry> ENTRIES =
      List.of(
          new Entry("rehearse", "check, test and rehearse all parts of a stack in one go"),
          new Entry("review", "report on a change, for its pull request"),
          new Entry("rules check", "report what Prometheus itself would reject in rule files"),
          new Entry("rules lint", "report rules that are invalid or no good alerts"),
          new Entry("rules test", "run unit tests of rules, those of promtool unchanged"),
          new Entry("rules format", "pretty-print expressions in rule files, in place"),
          new Entry("rules list", "list alerts and records, with labels, receivers, dependencies"),
          new Entry("rules replay", "show when alerts would have fired on recorded series"),
          new Entry("rules sweep", "compare other settings of an alert on recorded series"),
          new Entry("rules why", "explain why an alert did or did not fire at a time"),
          new Entry("rules diff", "show which alerts two versions of rules fire otherwise"),
          new Entry("routes explain", "show an alert's way through the routing tree, with reasons"),
          new Entry("routes show", "show the routing tree"),
          new Entry("routes diff", "show which alerts two versions of routes treat differently"),
          new Entry("routes test", "run tests of whom alerts must reach"),
          new Entry("routes lint", "report routing that is invalid or sends alerts astray"),
          new Entry("routes check", "report what Alertmanager itself would reject"),
          new Entry("routes format", "write matchers of routes in one form, in place"),
          new Entry("simulate", "show whom alerts would have been told of, and when"),
          new Entry("template render", "print a notification's text, as amtool does"),
          new Entry("template check", "report what Alertmanager would reject in templates"),
          new Entry("data info", "show what there is in recorded data: series, times, gaps"),
          new Entry("data export", "write recorded series in another format"),
          new Entry("data record", "save the series that rules read from a server to a file"),
          new Entry("promql parse", "show an expression as a tree, or what is wrong with it"),
          new Entry("promql format", "print an expression as Prometheus formats it"),
          new Entry("promql query", "evaluate an expression over recorded series"),
          new Entry("promql explain", "show the plan by which an expression is evaluated"),
          new Entry("promql test", "run Prometheus's test scripts of expressions"),
          new Entry("promql matchers set", "set a matcher in all selectors of an expression"),
          new Entry("promql matchers delete", "delete a matcher from all selectors"),
          new Entry("config show", "show the settings that hold here"),
          new Entry("init", "write settings, hooks, a CI job and a first test for what is here"),
          new Entry("hook install", "make Git lint the rule files of each commit"),
          new Entry("promtool", "stand in for promtool: check, test, format"),
          new Entry("amtool", "stand in for amtool: check-config, routes, templates"),
          new Entry("completion", "print a script that completes commands in bash, zsh or fish"));

  private Catalog() {}

  /// Builds a command, which declares its options.
  ///
  /// @param path one of [#paths]
  public static Command open(String path, Options options) {
    return switch (path) {
      case "rehearse" -> new Rehearse(options);
      case "review" -> new ReviewCommand(options);
      case "rules check" -> new RulesCheck(options);
      case "rules lint" -> new RulesLint(options);
      case "rules test" -> new RulesTest(options);
      case "rules format" -> new RulesFormat(options);
      case "rules list" -> new RulesList(options);
      case "rules replay" -> new RulesReplay(options);
      case "rules sweep" -> new RulesSweep(options);
      case "rules why" -> new RulesWhy(options);
      case "rules diff" -> new RulesDiff(options);
      case "routes explain" -> new RoutesExplain(options);
      case "routes show" -> new RoutesShow(options);
      case "routes diff" -> new RoutesDiff(options);
      case "routes test" -> new RoutesTest(options);
      case "routes lint" -> new RoutesLint(options);
      case "routes check" -> new RoutesCheck(options);
      case "routes format" -> new RoutesFormat(options);
      case "simulate" -> new Simulate(options);
      case "template render" -> new TemplateRender(options);
      case "template check" -> new TemplateCheck(options);
      case "data info" -> new DataInfo(options);
      case "data export" -> new DataExport(options);
      case "data record" -> new DataRecord(options);
      case "promql parse" -> new PromqlParse(options);
      case "promql format" -> new PromqlFormat(options);
      case "promql query" -> new PromqlQuery(options);
      case "promql explain" -> new PromqlExplain(options);
      case "promql test" -> new PromqlTest(options);
      case "promql matchers set" -> PromqlMatchers.set(options);
      case "promql matchers delete" -> PromqlMatchers.delete(options);
      case "config show" -> new ConfigShow(options);
      case "init" -> new Init(options);
      case "hook install" -> new HookInstall(options);
      case "promtool" -> new PromtoolCommand(options);
      case "amtool" -> new AmtoolCommand(options);
      case "completion" -> new Completion(options);
      default -> throw new IllegalArgumentException("no command '" + path + "'");
    };
  }

  /// {@return whether these words name a command}
  public static boolean isCommand(String path) {
    for (Entry entry : ENTRIES) {
      if (entry.path().equals(path)) {
        return true;
      }
    }
    return false;
  }

  /// {@return whether these words name a group of commands}
  public static boolean isGroup(String path) {
    for (Entry entry : ENTRIES) {
      String name = entry.path();
      if (name.length() > path.length()
          && name.startsWith(path)
          && name.charAt(path.length()) == ' ') {
        return true;
      }
    }
    return false;
  }

  /// {@return what a command does, lower-case, without a full stop}
  public static String summary(String path) {
    for (Entry entry : ENTRIES) {
      if (entry.path().equals(path)) {
        return entry.summary();
      }
    }
    throw new IllegalArgumentException("no command '" + path + "'");
  }

  /// {@return the names of all commands}
  public static List<String> paths() {
    return ENTRIES.stream().map(Entry::path).toList();
  }

  /// A command's name and what it does.
  public record Entry(String path, String summary) {}
}
