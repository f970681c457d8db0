/// Firedrill's own settings file, .firedrill.yml. Unknown settings are errors with a suggestion.
@NullMarked
package dev.firedrill.settings;

import org.jspecify.annotations.NullMarked;
