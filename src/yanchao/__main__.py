"""`python -m yanchao` is `yanchao`."""

import sys

from yanchao.cli.main import main

sys.exit(main())
