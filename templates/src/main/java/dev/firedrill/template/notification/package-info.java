/// Alertmanager's notification templates: the data they see, those it brings along, and texts
/// rendered with all of them. Knows nothing of configuration files.
@NullMarked
package dev.firedrill.template.notification;

import org.jspecify.annotations.NullMarked;
