"""The files of a real installation agree with each other."""

import re
import tomllib

from packaging.requirements import Requirement

from tests.database import ROOT


def variables(pattern, name):
    return set(re.findall(pattern, (ROOT / name).read_text(), re.MULTILINE))


def test_example_names_every_variable_that_compose_asks_for():
    asked = variables(r"\$\{(\w+)", "docker-compose.yml")
    offered = variables(r"^(\w+)=", "deploy/production.env.example")
    assert offered == asked


def test_demo_and_compose_start_the_same_worker_and_clock():
    procfile = dict(re.findall(r"^(\w+): exec (.+)$", (ROOT / "Procfile").read_text(), re.MULTILINE))
    commands = variables(r"^    command: (celery .+)$", "docker-compose.yml")
    assert commands == {procfile["worker"], procfile["beat"]}
    assert f"CMD {str(procfile['web'].split()).replace(chr(39), chr(34))}" in (ROOT / "Dockerfile").read_text()


def test_every_package_is_pinned_with_its_hash_and_without_an_address():
    for name in ("app", "dev", "node"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text()
        packages = re.findall(r"^\S+==\S+.*\\$", text, re.MULTILINE)
        assert len(packages) == len(re.findall(r"^\S", text, re.MULTILINE))
        assert "://" not in text
        assert not re.search(r"^--(?!hash)", text, re.MULTILINE)
    assert "resolved" not in (ROOT / "package-lock.json").read_text()


def test_list_of_packages_is_the_one_asked_for():
    """Each package that pyproject.toml names stands in the compiled lists, in a version that it allows."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())
    for name, wanted in {
        "app": asked["project"]["dependencies"],
        "dev": asked["dependency-groups"]["dev"],
        "node": asked["dependency-groups"]["node"],
    }.items():
        pinned = dict(re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / "requirements" / f"{name}.txt").read_text(), re.MULTILINE))
        for line in wanted:
            requirement = Requirement(line)
            assert pinned[requirement.name.lower()] in requirement.specifier, line
