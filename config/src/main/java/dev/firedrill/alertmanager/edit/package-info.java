/// Changes to Alertmanager's configuration files that keep their comments, layout and meaning.
@NullMarked
package dev.firedrill.alertmanager.edit;

import org.jspecify.annotations.NullMarked;
