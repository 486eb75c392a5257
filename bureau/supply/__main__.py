"""`python -m bureau.supply`: the list of what production is made of, as CycloneDX JSON, on the standard output."""

import sys
import tomllib

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from bureau.supply.locked import LOCK, Package, packages


def bom() -> Bom:
    project = tomllib.loads((LOCK.parents[2] / "pyproject.toml").read_text())["project"]
    product = Component(name=project["name"], version=project["version"], type=ComponentType.APPLICATION)
    found = Bom(components=[component(package) for package in packages()])
    found.metadata.component = product
    found.register_dependency(product, found.components)
    return found


def component(package: Package) -> Component:
    url = PackageURL("pypi", name=package.name, version=package.version)
    return Component(
        name=package.name,
        version=package.version,
        purl=url,
        bom_ref=str(url),
        licenses=[LicenseFactory().make_from_string(package.licence)],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in package.hashes],
    )


if __name__ == "__main__":
    sys.stdout.write(JsonV1Dot6(bom()).output_as_string(indent=1) + "\n")
