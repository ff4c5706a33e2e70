"""The save: whatever fails, the old file or the new one is there, whole."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from playhead.notes.model import NotesError
from playhead.notes.save import locked, save, sweep


def test_the_steps_are_taken_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    real_fsync, real_replace = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        real_fsync(descriptor)

    def replace(self: Path, target: Path) -> Path:
        steps.append("replace")
        return real_replace(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    save(tmp_path / "notes.yaml", b"new")
    assert steps == ["file", "replace", "folder"]
    assert (tmp_path / "notes.yaml").read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "write", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_failing_step_leaves_the_old_file_and_no_rubbish(
    step: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "notes.yaml"
    target.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    elif step == "write":
        monkeypatch.setattr(os, "open", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(NotesError, match="cannot be written"):
        save(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["notes.yaml"]


def fail_to_sync_folders(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    real_fsync = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(code, os.strerror(code))
        real_fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.mark.parametrize("old", [None, b"old"])
def test_what_the_folder_does_not_take_is_not_in_the_file(
    old: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "notes.yaml"
    if old is not None:
        target.write_bytes(old)
        target.chmod(0o640)
    fail_to_sync_folders(monkeypatch, errno.EIO)
    with pytest.raises(NotesError, match="cannot be written"):
        save(target, b"new")
    assert (target.read_bytes() if target.exists() else None) == old
    assert old is None or target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == ([] if old is None else [target])


def test_a_file_system_that_syncs_no_folders_takes_notes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_to_sync_folders(monkeypatch, errno.EINVAL)
    save(tmp_path / "notes.yaml", b"new")
    assert (tmp_path / "notes.yaml").read_bytes() == b"new"


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    folder, pipe = tmp_path / "folder", tmp_path / "pipe"
    folder.mkdir()
    os.mkfifo(pipe)
    with pytest.raises(NotesError, match="it is a folder"):
        save(folder, b"new")
    with pytest.raises(NotesError, match="it is not a file"):
        save(pipe, b"new")
    assert {one.name for one in tmp_path.iterdir()} == {"folder", "pipe"}


def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "notes.yaml"
    target.write_bytes(b"old")
    target.chmod(0o444)
    with pytest.raises(NotesError, match="read-only"):
        save(target, b"new")
    assert target.read_bytes() == b"old"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "notes.yaml"
    real.write_bytes(b"old")
    link.symlink_to(real)
    save(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_rights_are_the_users_alone_and_those_of_an_old_file_stay(tmp_path: Path) -> None:
    save(tmp_path / "new.yaml", b"x")
    assert (tmp_path / "new.yaml").stat().st_mode & 0o777 == 0o600
    (tmp_path / "old.yaml").write_bytes(b"x")
    (tmp_path / "old.yaml").chmod(0o644)
    save(tmp_path / "old.yaml", b"y")
    assert (tmp_path / "old.yaml").stat().st_mode & 0o777 == 0o644


def test_what_the_dead_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "notes.yaml"
    left, mine = tmp_path / ".notes.yaml.1.part", tmp_path / ".mine.part"
    for file in (left, mine):
        file.write_bytes(b"x")
    sweep(target)
    assert not left.exists()
    assert mine.exists()
    left.write_bytes(b"x")
    with locked(target):
        save(target, b"new")
    assert not left.exists()
    assert mine.exists()


def test_what_the_living_write_is_not_swept(tmp_path: Path) -> None:
    target, part = tmp_path / "notes.yaml", tmp_path / ".notes.yaml.1.part"
    part.write_bytes(b"x")
    with locked(target):
        sweep(target)
    assert part.exists()


def test_a_file_and_a_link_to_it_have_one_lock(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "notes.yaml"
    real.write_bytes(b"old")
    link.symlink_to(real)
    with locked(link), pytest.raises(NotesError, match="another"), locked(real, seconds=0):
        pass


def test_a_dead_process_holds_no_lock(tmp_path: Path) -> None:
    target = tmp_path / "notes.yaml"
    program = (
        "import os, sys; from pathlib import Path\n"
        "from playhead.notes.save import locked\n"
        "with locked(Path(sys.argv[1])): os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(target)], check=False)
    with locked(target):
        pass
