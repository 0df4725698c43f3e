terraform {
  # 1.11 is the first release whose S3 backend keeps its lock beside the state, so no lock table is needed.
  required_version = ">= 1.11.0"

  required_providers {
    aws = {
      source = "hashicorp/aws"
      # Exact, because no lock file is kept: what the checks ran against is what gets applied.
      version = "= 5.100.0"
    }
  }

  # Bucket, key and region differ by stage; infra/bin/apply passes them.
  backend "s3" {
    use_lockfile = true
    encrypt      = true
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      project = "payweek"
      stage   = var.stage
    }
  }
}
