// `Indicator` and `IndicatorState` stand in `Surfaces`, because the browser shows an indicator of its own.
