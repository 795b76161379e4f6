"""Where pages lie, and how they link to each other."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.atlas import paths


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("index.html", "index.html", "index.html"),
        ("clusters/software.html", "index.html", "clusters/software.html"),
        ("index.html", "clusters/software.html", "../index.html"),
        ("clusters/robotics.html", "clusters/software.html", "robotics.html"),
        ("en/clusters/software.html", "clusters/software.html", "../en/clusters/software.html"),
        ("clusters/software.html", "en/clusters/software.html", "../../clusters/software.html"),
        ("documents/abc.html#s=114", "measures/revenue.html", "../documents/abc.html#s=114"),
    ],
)
def test_a_link_is_relative_to_its_page(target: str, page: str, link: str) -> None:
    assert paths.relative(target, page) == link


PATH = st.lists(st.sampled_from(["a", "b", "en"]), min_size=1, max_size=4).map("/".join)


@given(PATH, PATH)
def test_following_a_link_arrives(target: str, page: str) -> None:
    arrived = posixpath.normpath(posixpath.join(posixpath.dirname(page), paths.relative(target, page)))
    assert arrived == posixpath.normpath(target)


@given(st.text())
def test_a_slug_is_a_safe_file_name_whatever_the_document_says(words: str) -> None:
    slug = paths.slug(words)
    assert slug.isascii()
    assert slug.replace("-", "").replace("_", "").isalnum()
    assert 0 < len(slug) <= 64
    assert slug != "index"


@given(st.lists(st.text(), unique=True, max_size=50))
def test_different_words_have_different_slugs(words: list[str]) -> None:
    assert len({paths.slug(each) for each in words}) == len(words)
