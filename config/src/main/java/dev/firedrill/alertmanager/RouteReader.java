package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.rules.LabelText;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a route and those below it.
final class RouteReader {
  private static final String CHECK = "route/invalid";
  private static final String WILDCARD = "...";

  private final ReadingContext context;
  private final YamlFields fields;

  private RouteReader(YamlNode node, ReadingContext context) {
    this.context = context;
    this.fields = YamlFields.of(node, "config.plain", context.problems());
  }

  static Route readRoot(YamlNode node, ReadingContext context) {
    return new RouteReader(node, context).read(RouteSettings.DEFAULTS, "", "", "");
  }

  private Route read(RouteSettings parent, String parentKey, String parentId, String index) {
    Located<String> receiver = fields.string("receiver");
    List<SourceText> groupNames = fields.strings("group_by");
    @Nullable YamlNode groupNode = fields.node("group_by").orElse(null);
    List<Located<Matcher>> matchers = matchers();
    Located<Boolean> continues = fields.bool("continue");
    List<SourceText> mute = fields.strings("mute_time_intervals");
    List<SourceText> active = fields.strings("active_time_intervals");
    Located<Duration> groupWait = context.duration(fields, "group_wait");
    Located<Duration> groupInterval = context.duration(fields, "group_interval");
    Located<Duration> repeatInterval = context.duration(fields, "repeat_interval");
    List<LabelText> labels = fields.map("labels", LabelText::new);

    RouteSettings settings =
        new RouteSettings(
            RouteSettings.merged(
                parent.receiver(),
                receiver == null || receiver.value().isEmpty() ? null : receiver),
            RouteSettings.merged(parent.groupBy(), groupBy(groupNode, groupNames)),
            RouteSettings.merged(parent.groupWait(), groupWait),
            RouteSettings.merged(parent.groupInterval(), groupInterval),
            RouteSettings.merged(parent.repeatInterval(), repeatInterval),
            merged(parent.labels(), labels));
    boolean root = parentKey.isEmpty();
    List<Matcher> sorted = matchers.stream().map(Located::value).toList();
    String step = Matcher.print(root ? List.of() : sorted);
    String key = root ? step : parentKey + "/" + step;
    String id = root ? step : parentId + "/" + step + "/" + index;
    List<Route> routes = children(settings, key, id);
    fields.finish();
    checkLabelNames(labels);
    checkGroupBy(groupNames);
    checkNotZero("group_interval", groupInterval);
    checkNotZero("repeat_interval", repeatInterval);
    return new Route(
        key,
        id,
        matchers,
        continues != null && continues.value(),
        settings,
        ReadingContext.located(mute),
        ReadingContext.located(active),
        routes,
        fields.location());
  }

  private List<Route> children(RouteSettings settings, String key, String id) {
    List<Route> routes = new ArrayList<>();
    List<YamlNode> nodes = context.list(fields, "routes", "[]*config.Route", node -> node);
    for (int i = 0; i < nodes.size(); i++) {
      RouteReader reader = new RouteReader(nodes.get(i), context);
      routes.add(reader.read(settings, key, id, Integer.toString(i)));
    }
    return routes;
  }

  private List<Located<Matcher>> matchers() {
    MatcherReader reader = new MatcherReader(context);
    List<Located<Matcher>> matchers = new ArrayList<>();
    matchers.addAll(reader.deprecated(fields, "match", Operator.EQUAL));
    matchers.addAll(reader.deprecated(fields, "match_re", Operator.REGEX));
    matchers.addAll(reader.list(fields, "matchers"));
    matchers.sort((one, other) -> Matcher.ORDER.compare(one.value(), other.value()));
    return matchers;
  }

  private static @Nullable Located<GroupBy> groupBy(
      @Nullable YamlNode node, List<SourceText> names) {
    if (node == null) {
      return null;
    }
    List<String> labels = names.stream().map(SourceText::text).distinct().toList();
    GroupBy groupBy = labels.contains(WILDCARD) ? GroupBy.ALL : new GroupBy(false, labels);
    return new Located<>(groupBy, node.written());
  }

  private static Map<String, String> merged(Map<String, String> parent, List<LabelText> own) {
    Map<String, String> labels = new LinkedHashMap<>(parent);
    own.forEach(label -> labels.put(label.name().value(), label.value().text()));
    return labels;
  }

  private void checkLabelNames(List<LabelText> labels) {
    for (LabelText label : labels) {
      String name = label.name().value();
      if (!context.mode().isValidLabelName(name)) {
        reject(
            "invalid label name " + GoQuote.quote(name) + " in route labels",
            label.name().location());
      }
    }
  }

  private void checkGroupBy(List<SourceText> names) {
    Set<String> seen = new HashSet<>();
    boolean wildcard = false;
    @Nullable Location other = null;
    List<SourceText> duplicates = new ArrayList<>();
    for (SourceText name : names) {
      if (name.text().equals(WILDCARD)) {
        wildcard = true;
        continue;
      }
      if (!context.mode().isValidLabelName(name.text()) && !context.isOpen(name.text())) {
        reject(
            "invalid label name " + GoQuote.quote(name.text()) + " in group_by list",
            name.location());
      }
      other = other == null ? name.location() : other;
      if (!seen.add(name.text())) {
        duplicates.add(name);
      }
    }
    if (wildcard && other != null) {
      reject("cannot have wildcard group_by (`...`) and other labels at the same time", other);
    }
    for (SourceText name : duplicates) {
      reject("duplicated label " + GoQuote.quote(name.text()) + " in group_by", name.location());
    }
  }

  private void checkNotZero(String name, @Nullable Located<Duration> duration) {
    if (duration != null && duration.value().isZero()) {
      reject(name + " cannot be zero", duration.location());
    }
  }

  private void reject(String message, Location place) {
    context.problems().value(Diagnostic.error(CHECK, message, place), message);
  }
}
