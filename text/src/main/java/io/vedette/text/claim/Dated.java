package io.vedette.text.claim;

import io.vedette.text.When;

/** An expression of time and its tokens. */
record Dated(int start, int end, When when) {}
