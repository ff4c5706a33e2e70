"""Stage 2. The text -> its sentences, and which of them ask."""

from playhead.transcript.sentences.splitting import find_sentences

__all__ = ["find_sentences"]
