"""Presidio as the peer of `understudy-bench redact`.

Reads one JSON string a line, writes one JSON list of {type, start, end} (UTF-8 offsets) a line, and last the seconds
that the analysis itself took.
"""

import json
import sys
import time

import logging

from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider


# It tries to fetch a list of domains from the network and says so at length.
logging.disable(logging.CRITICAL)


def model():
    """The folder of the small English model, wherever its package put it."""
    try:
        import en_core_web_sm

        return en_core_web_sm.__name__
    except ImportError:
        import glob
        import os
        import site

        for base in site.getsitepackages():
            for config in sorted(glob.glob(os.path.join(base, "en_core_web_sm*", "**", "config.cfg"), recursive=True)):
                return os.path.dirname(config)
        raise


engine = NlpEngineProvider(
    nlp_configuration={"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": model()}]}
).create_engine()
analyzer = AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])

seconds = 0.0
for line in sys.stdin:
    text = json.loads(line)
    start = time.perf_counter()
    found = analyzer.analyze(text=text, language="en", score_threshold=0.35)
    seconds += time.perf_counter() - start
    spans = [
        {
            "type": r.entity_type,
            "start": len(text[: r.start].encode()),
            "end": len(text[: r.end].encode()),
        }
        for r in found
    ]
    print(json.dumps(spans))
print(seconds)
